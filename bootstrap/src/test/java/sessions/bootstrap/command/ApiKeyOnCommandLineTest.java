package sessions.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.application.access.ApiKeyAuthenticator;
import sessions.application.access.IssuedApiKey;
import sessions.bootstrap.Main;
import sessions.bootstrap.ServiceFixture;
import sessions.domain.access.Role;

/** Admin commands on a service that requires API keys. */
class ApiKeyOnCommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final IssuedApiKey writer = IssuedApiKey.create("gateway", Role.WRITER, null);
    private final ServiceFixture service = ServiceFixture.start("memory:", InstantSource.system(),
            new ApiKeyAuthenticator(InstantSource.system(), List.of(writer.key())), Map.of());

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void missingOrWrongKeyIsRejected() {
        assertThat(run("list", "--all")).isEqualTo(4);
        assertThat(err.toString()).contains("An API key is required");
        assertThat(run("open", "--user", "42", "--api-key", "sessions_wrong")).isEqualTo(4);
        assertThat(err.toString()).contains("The API key is not known").doesNotContain("sessions_wrong");
        assertThat(run("ping")).isZero();
    }

    @Test
    void roleOfTheKeyApplies() {
        assertThat(run("open", "--user", "42", "--api-key", writer.secret())).isZero();
        assertThat(run("list", "--user", "42", "--api-key", writer.secret())).isZero();
        assertThat(run("list", "--all", "--api-key", writer.secret())).isEqualTo(4);
        assertThat(err.toString()).contains("The role admin is needed to list sessions of all users");
        assertThat(run("stats", "--api-key", writer.secret())).isEqualTo(4);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", "http://127.0.0.1:" + service.port()));
        return Main.commandLine(Map.of()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }
}
