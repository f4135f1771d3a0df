package sessions.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import sessions.application.access.ApiKey;
import sessions.application.access.ApiKeyAuthenticator;
import sessions.application.access.ApiKeyLines;
import sessions.bootstrap.Main;
import sessions.domain.access.Caller;
import sessions.domain.access.Role;
import sessions.testkit.Fixtures;

class KeysCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsTheKeyAndItsConfigurationLine() {
        assertThat(run("keys", "create", "--role", "writer", "--name", "gateway")).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        List<ApiKey> keys = ApiKeyLines.read(lines.subList(1, 2));
        assertThat(
                new ApiKeyAuthenticator(InstantSource.fixed(Fixtures.NOON), keys).authenticate("", lines.getFirst(),
                        "here"))
                .isEqualTo(new Caller("gateway", Role.WRITER, "here"));
        assertThat(err.toString()).contains("shown only once", "access-keys").doesNotContain(lines);
    }

    @Test
    void keyCanExpire() {
        Instant before = Instant.now();
        assertThat(run("keys", "create", "--role", "Admin", "--name", "x", "--expires", "90d")).isZero();
        ApiKey key = ApiKeyLines.read(out.toString().lines().skip(1).toList()).getFirst();
        assertThat(Objects.requireNonNull(key.expiresAt())).isBetween(before.plus(Duration.ofDays(90)).minusSeconds(1),
                Instant.now().plus(Duration.ofDays(90)));
    }

    @Test
    void reportsInvalidOptions() {
        assertThat(run("keys", "create", "--role", "root", "--name", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("'root' is not reader, writer or admin");
        assertThat(run("keys", "create", "--role", "admin", "--name", "a b")).isEqualTo(2);
        assertThat(err.toString()).contains("--name: expected a name of 1 to 64 letters");
        assertThat(run("keys")).isEqualTo(2);
        assertThat(err.toString()).contains("a command is missing");
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... arguments) {
        return Main.commandLine(Map.of()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
