package sessions.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.bootstrap.CommandRun;

class ConfigCommandTest {

    @TempDir
    private Path folder;

    @Test
    void showsEachSettingWithItsOrigin() throws IOException {
        Path file = Files.writeString(folder.resolve("s.yml"), "max-body: 2MiB");
        assertThat(config(Map.of("SESSIONS_EXPIRE_TIMEOUT", "1h"), "--config", file.toString(), "--port", "9090"))
                .contains("port: 9090  # --port", "expire-timeout: 1h  # SESSIONS_EXPIRE_TIMEOUT",
                        "max-body: 2MiB  # " + file + ", line 1: max-body", "host: 127.0.0.1  # default",
                        "log-level: info  # default", "# retention: not set",
                        "store: jdbc:h2:file:./data/sessions  # default");
    }

    @Test
    void showsNoSecret() {
        assertThat(config(Map.of("SESSIONS_STORE_PASSWORD", "secret"), "--store",
                "jdbc:postgresql://db/sessions?password=secret"))
                .contains("# store-password: not shown; from SESSIONS_STORE_PASSWORD",
                        "# store: not shown; from --store")
                .noneMatch(line -> line.contains("secret"));
    }

    @Test
    void outputIsAFileWithTheSameSettings() throws IOException {
        List<String> printed = config(Map.of("SESSIONS_CORS_ORIGINS", "http://a.example,http://b.example",
                "SESSIONS_TOUCH_ON_GET", "true", "SESSIONS_STORE_USER", "y: #'\"", "SESSIONS_HOST", "::1"));
        Path file = Files.write(folder.resolve("printed.yml"), printed);
        assertThat(values(config(Map.of("SESSIONS_CONFIG", file.toString())))).isEqualTo(values(printed));
    }

    @Test
    void readsAFileOfTheOriginal() throws IOException {
        Path file = Files.writeString(folder.resolve("config.yml"), """
                - descriptor: "service-sessions:persistence:file:default:1.0"
                  path: {{FILE_PATH}}
                - descriptor: "service-sessions:controller:default:default:1.0"
                  options:
                    expire_timeout: 60000
                - descriptor: "pip-services:endpoint:http:default:1.0"
                  connection:
                    host: 127.0.0.1
                    port: 3000
                - descriptor: "pip-services:unheard-of:default:default:1.0"
                """);
        CommandRun run = CommandRun.of(
                Map.of("FILE_PATH", "./s.json", "SESSIONS_CONFIG", file.toString(), "SESSIONS_PORT", "4000"), "config");
        assertThat(run.out().lines()).contains("store: file:./s.json  # " + file, "port: 4000  # SESSIONS_PORT",
                "expire-timeout: 60000ms  # " + file, "host: 127.0.0.1  # " + file);
        assertThat(run.err().lines()).singleElement().asString().startsWith("sessions: " + file + ", line ")
                .contains("unheard-of");
    }

    @Test
    void reportsProblemsInAFileOfTheOriginal() throws IOException {
        Path file = Files.writeString(folder.resolve("config.yml"), """
                - descriptor: "service-sessions:persistence:memory:default:1.0"
                  options:
                    max_page_size: many
                - descriptor: "pip-services:endpoint:http:default:1.0"
                  connection:
                    port: x
                """);
        CommandRun run = CommandRun.of(Map.of(), "serve", "--config",
                file.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(2)
                .allMatch(line -> line.startsWith("sessions: " + file + ", line "));
    }

    @Test
    void rejectsInvalidSettingsLikeServe() {
        CommandRun run = CommandRun.of(Map.of(), "config", "--retention", "1s",
                "--cleanup-interval", "1ms", "--host", "");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines()).containsExactly("sessions: --host must not be empty",
                "sessions: --cleanup-interval must be at least 1s",
                "sessions: --retention must be at least 1m (see sessions config --help)");
    }

    private static List<String> values(List<String> lines) {
        return lines.stream().map(line -> line.replaceFirst("  # [^#]*$", "")).toList();
    }

    private static List<String> config(Map<String, String> environment, String... options) {
        CommandRun run = CommandRun.of(environment,
                Stream.concat(Stream.of("config"), Stream.of(options)).toArray(String[]::new));
        assertThat(run.exit()).isZero();
        return run.out().lines().toList();
    }
}
