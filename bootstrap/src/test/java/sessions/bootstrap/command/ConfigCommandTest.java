package sessions.bootstrap.command;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.application.access.IssuedApiKey;
import sessions.bootstrap.CommandRun;
import sessions.bootstrap.ServiceFixture;
import sessions.domain.access.Role;

class ConfigCommandTest {

    private static final String KEY = IssuedApiKey.create("gateway", Role.WRITER, null).key().line();

    /** Every setting of the service that is not the name of a file. */
    private static final Map<String, String> SERVICE = Map.ofEntries(entry("store", "jdbc:h2:mem:x"),
            entry("store-user", "someone"), entry("auto-migrate", "false"), entry("expire-timeout", "1h"),
            entry("max-lifetime", "7d"), entry("retention", "30d"), entry("cleanup-interval", "1m"),
            entry("host", "::1"), entry("allowed-hosts", "sessions.example"), entry("port", "9090"),
            entry("grpc-port", "9091"),
            entry("cors-origins", "https://a.example,https://b.example"), entry("docs", "false"),
            entry("insecure-no-auth", "true"), entry("key-rate", "100/s"), entry("address-rate", "10/s"),
            entry("log-format", "json"), entry("log-level", "debug"), entry("metrics", "true"),
            entry("metrics-log-interval", "1m"),
            entry("otlp-endpoint", "http://127.0.0.1:4318"), entry("max-body", "2MiB"), entry("max-page-size", "7"),
            entry("max-header", "16KiB"), entry("max-concurrent", "11"), entry("longest-wait", "2s"),
            entry("max-connections", "12"), entry("idle-timeout", "13s"), entry("arrival-time", "14s"),
            entry("arrival-pace", "15KB"), entry("drain-delay", "16s"), entry("drain-time", "17s"),
            entry("touch-interval", "18s"), entry("touch-on-get", "true"), entry("idempotency-window", "1h"),
            entry("seneca-port", "9092"), entry("seneca-on-http", "true"), entry("seneca-tcp-port", "9093"),
            entry("seneca-tcp-host", "::1"), entry("seneca-tcp-role", "reader"), entry("seneca-tcp-connections", "19"));

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
                .contains("store-password: <not shown>  # SESSIONS_STORE_PASSWORD", "store: <not shown>  # --store")
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
    void outputWithoutItsSecretsStopsTheStart() throws IOException {
        Map<String, String> keys = Map.of("SESSIONS_ACCESS_KEYS", KEY);
        Path file = Files.write(folder.resolve("printed.yml"), config(keys));
        CommandRun run = CommandRun.ofServe(Map.of(), "--config", file.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).matches("sessions: " + file + ", line \\d+: access-keys: sessions config has hidden this"
                + " value; enter it instead of <not shown> \\(see sessions serve --help\\)\\R");
        assertThat(ServiceFixture.settings(keys, "--config", file.toString()))
                .isEqualTo(ServiceFixture.settings(keys));
    }

    /** The options have other values than their defaults, and the secrets are in files. */
    @Test
    void outputStartsTheSameService() throws IOException {
        Map<String, String> variables = new TreeMap<>(SERVICE);
        for (String file : List.of("access-keys-file", "store-password-file", "tls-key-password-file",
                "tls-certificate", "tls-key", "tls-client-ca")) {
            variables.put(file, Files.writeString(folder.resolve(file), file.equals("access-keys-file") ? KEY : file)
                    .toString());
        }
        Map<String, String> environment = variables.entrySet().stream().collect(Collectors.toMap(
                setting -> "SESSIONS_" + setting.getKey().replace('-', '_').toUpperCase(Locale.ROOT),
                Map.Entry::getValue));
        List<String> printed = config(environment);
        assertThat(printed).noneMatch(line -> line.contains("not set") || line.contains("# default"));
        Path file = Files.write(folder.resolve("printed.yml"), printed);
        assertThat(values(config(Map.of(), "--config", file.toString()))).isEqualTo(values(printed));
        assertThat(ServiceFixture.settings(Map.of(), "--config", file.toString()))
                .isEqualTo(ServiceFixture.settings(environment));
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
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().lines().toList();
    }
}
