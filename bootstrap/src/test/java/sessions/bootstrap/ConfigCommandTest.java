package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void whatItPrintsIsAFileWithTheSameSettings() throws IOException {
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
        StringWriter err = new StringWriter();
        StringWriter out = new StringWriter();
        Main.commandLine(Map.of("FILE_PATH", "./s.json", "SESSIONS_CONFIG", file.toString(), "SESSIONS_PORT", "4000"))
                .setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute("config");
        assertThat(out.toString().lines()).contains("store: file:./s.json  # " + file, "port: 4000  # SESSIONS_PORT",
                "expire-timeout: 60000ms  # " + file, "host: 127.0.0.1  # " + file);
        assertThat(err.toString().lines()).singleElement().asString().startsWith("sessions: " + file + ", line ")
                .contains("unheard-of");
    }

    @Test
    void saysWhatIsWrongInAFileOfTheOriginal() throws IOException {
        Path file = Files.writeString(folder.resolve("config.yml"), """
                - descriptor: "service-sessions:persistence:memory:default:1.0"
                  options:
                    max_page_size: many
                - descriptor: "pip-services:endpoint:http:default:1.0"
                  connection:
                    port: x
                """);
        StringWriter err = new StringWriter();
        int exit = Main.commandLine(Map.of()).setErr(new PrintWriter(err)).execute("serve", "--config",
                file.toString());
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(2)
                .allMatch(line -> line.startsWith("sessions: " + file + ", line "));
    }

    @Test
    void refusesWhatTheServiceWouldRefuse() {
        StringWriter err = new StringWriter();
        int exit = Main.commandLine(Map.of()).setErr(new PrintWriter(err)).execute("config", "--retention", "1s",
                "--cleanup-interval", "1ms", "--host", "");
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly("sessions: --host must not be empty",
                "sessions: --cleanup-interval must be at least 1s",
                "sessions: --retention must be at least 1m (see sessions config --help)");
    }

    private static List<String> values(List<String> lines) {
        return lines.stream().map(line -> line.replaceFirst("  # [^#]*$", "")).toList();
    }

    private static List<String> config(Map<String, String> environment, String... options) {
        StringWriter out = new StringWriter();
        String[] arguments = new String[options.length + 1];
        arguments[0] = "config";
        System.arraycopy(options, 0, arguments, 1, options.length);
        assertThat(Main.commandLine(environment).setOut(new PrintWriter(out)).execute(arguments)).isZero();
        return out.toString().lines().toList();
    }
}
