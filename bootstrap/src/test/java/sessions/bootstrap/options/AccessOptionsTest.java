package sessions.bootstrap.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.application.access.ApiKey;
import sessions.application.access.IssuedApiKey;
import sessions.bootstrap.CommandRun;
import sessions.bootstrap.ServiceFixture;
import sessions.bootstrap.settings.AccessSettings;
import sessions.domain.access.Role;

class AccessOptionsTest {

    private static final ApiKey GATEWAY = IssuedApiKey.create("gateway", Role.WRITER, null).key();
    private static final ApiKey OPERATOR = IssuedApiKey.create("operator", Role.ADMIN, null).key();

    @TempDir
    private Path folder;

    @Test
    void withoutKeysEveryCallerIsAccepted() throws IOException {
        assertThat(settings(Map.of())).isEqualTo(AccessSettings.OPEN);
    }

    @Test
    void keysComeFromTheEnvironment() throws IOException {
        assertThat(settings(Map.of("SESSIONS_ACCESS_KEYS", GATEWAY.line() + "," + OPERATOR.line())).keys())
                .containsExactly(GATEWAY, OPERATOR);
    }

    @Test
    void operatorIsToldWhoMayCall() throws IOException {
        AccessSettings open = settings(Map.of());
        assertThat(open.describe(true)).isEqualTo("no API keys: every caller on this machine is an administrator");
        assertThat(open.describe(false)).isEqualTo("no API keys: every caller is an administrator");
        assertThat(settings(Map.of("SESSIONS_ACCESS_KEYS", GATEWAY.line())).describe(false)).isEqualTo("1 API key");
        assertThat(settings(Map.of("SESSIONS_ACCESS_KEYS", GATEWAY.line() + "," + OPERATOR.line())).describe(true))
                .isEqualTo("2 API keys");
    }

    @Test
    void keysCanBeOnSeveralLines() throws IOException {
        assertThat(settings(Map.of("SESSIONS_ACCESS_KEYS", "# two\n" + GATEWAY.line() + "\n" + OPERATOR.line() + "\n"))
                .keys()).containsExactly(GATEWAY, OPERATOR);
        Path file = Files.writeString(folder.resolve("s.yml"),
                "access-keys: |\n  " + GATEWAY.line() + "\n  " + OPERATOR.line() + "\n");
        assertThat(settings(Map.of("SESSIONS_CONFIG", file.toString())).keys()).containsExactly(GATEWAY, OPERATOR);
    }

    @Test
    void keysComeFromTheirOwnFile() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"),
                "# who may, and why\n\n" + GATEWAY.line() + "\n" + OPERATOR.line() + "\n");
        assertThat(settings(Map.of("SESSIONS_ACCESS_KEYS_FILE", file.toString())).keys()).containsExactly(GATEWAY,
                OPERATOR);
    }

    @Test
    void keysComeFromTheSettingsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("s.yml"),
                "access-keys:\n  - " + GATEWAY.line() + "\n  - " + OPERATOR.line() + "\n");
        assertThat(settings(Map.of("SESSIONS_CONFIG", file.toString())).keys()).containsExactly(GATEWAY, OPERATOR);
    }

    @Test
    void malformedKeysAreReportedByPositionAndNotShown() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), "# two\n" + GATEWAY.line() + "\ngateway:writer:abc\nx\n");
        assertThat(error(Map.of("SESSIONS_ACCESS_KEYS_FILE", file.toString())).lines()).hasSize(2)
                .anyMatch(line -> line.startsWith("sessions: --access-keys, API key on line 3: "))
                .anyMatch(line -> line.startsWith("sessions: --access-keys, API key on line 4: "))
                .noneMatch(line -> line.contains("abc"));
    }

    @Test
    void fileWithoutKeysIsRejected() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), "# none yet\n");
        assertThat(error(Map.of("SESSIONS_ACCESS_KEYS_FILE", file.toString())))
                .startsWith("sessions: --access-keys must contain at least one key");
    }

    @Test
    void withKeysTheServiceMayListenAnywhere() {
        assertThat(error(Map.of("SESSIONS_ACCESS_KEYS", GATEWAY.line()), "--host", "192.0.2.1", "--port", "0"))
                .contains("\nsessions: Cannot listen on 192.0.2.1:0: ");
    }

    private static AccessSettings settings(Map<String, String> environment) throws IOException {
        return ServiceFixture.settings(environment).access();
    }

    private static String error(Map<String, String> environment, String... options) {
        CommandRun run = CommandRun.ofServe(environment, options);
        assertThat(run.exit()).isNotZero();
        return run.err().strip();
    }
}
