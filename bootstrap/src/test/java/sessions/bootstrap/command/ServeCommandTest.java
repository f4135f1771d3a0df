package sessions.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import sessions.application.SessionRules;
import sessions.bootstrap.CommandRun;
import sessions.bootstrap.Main;
import sessions.bootstrap.settings.ServiceSettings;
import sessions.domain.model.ExpiryPolicy;
import sessions.testkit.server.TestCertificate;

class ServeCommandTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void rejectsOtherHostsWithoutTheInsecureOption(String host) {
        CommandRun run = serve("--host", host);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("sessions: --host " + host + " would let other machines call the service"
                + " without authentication; create API keys (sessions keys create) and set --access-keys, or to allow"
                + " this,"
                + " add --insecure-no-auth (see sessions serve --help)"
                + System.lineSeparator());
        assertThat(run.out()).isEmpty();
    }

    @Test
    void acceptsOtherHostsWithTheInsecureOption() {
        // 192.0.2.1 is reserved for documentation, so it is not an address of this machine.
        CommandRun run = serve("--host", "192.0.2.1", "--port", "0", "--insecure-no-auth");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("sessions: Cannot listen on 192.0.2.1:0: ").hasLineCount(2);
    }

    @Test
    void warnsAboutUnencryptedTraffic(@TempDir Path folder) throws IOException {
        String[] beyond = {"--host", "192.0.2.1", "--port", "0", "--insecure-no-auth"};
        assertThat(serve(beyond).err()).startsWith("sessions: without --tls-certificate, keys, session ids and content"
                + " reach --host 192.0.2.1 unencrypted, unless a proxy in front of the service encrypts them"
                + System.lineSeparator());
        TestCertificate certificate = TestCertificate.create(folder, "ours", "EC");
        Path file = Files.writeString(folder.resolve("certificate.pem"), certificate.certificatePem());
        Path key = Files.writeString(folder.resolve("key.pem"), certificate.keyPem());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        String[] tls = {"--tls-certificate", file.toString(), "--tls-key", key.toString()};
        assertThat(serve(Stream.of(beyond, tls).flatMap(Stream::of).toArray(String[]::new)).err())
                .startsWith("sessions: Cannot listen on ");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(serve("--port", Integer.toString(taken.getLocalPort())).err())
                    .startsWith("sessions: Cannot listen on ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--store-password-file", "--tls-key"})
    void warnsAboutSecretsThatEveryUserCanRead(String option, @TempDir Path folder) throws IOException {
        TestCertificate certificate = TestCertificate.create(folder, "ours", "EC");
        Path secret = Files.writeString(folder.resolve("secret"), certificate.keyPem());
        Path chain = Files.writeString(folder.resolve("certificate.pem"), certificate.certificatePem());
        String[] command = {"--host", "192.0.2.1", "--port", "0", "--insecure-no-auth", "--store-password-file",
                secret.toString(), "--tls-certificate", chain.toString(), "--tls-key", secret.toString()};
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(serve(command).err()).contains("sessions: every user of this machine can read " + secret
                + ", which contains " + option.replace("-file", "") + "; it has the permissions rw-r--r--"
                + System.lineSeparator());
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(serve(command).err()).startsWith("sessions: Cannot listen on ");
    }

    @Test
    void reportsUnknownHost() {
        CommandRun run = serve("--host", "no such host");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("sessions: Cannot listen on no such host: unknown host" + System.lineSeparator());
    }

    @Test
    void sessionRulesComeFromOptions() throws IOException {
        SessionRules rules = new SessionRules(new ExpiryPolicy(Duration.ofMinutes(5), Duration.ofDays(6)), 7,
                Duration.ofMinutes(2), true, Duration.ofHours(3));
        assertThat(settings(Map.of(), "--expire-timeout", "5m", "--max-lifetime", "6d", "--max-page-size", "7",
                "--touch-interval", "2m", "--touch-on-get", "--idempotency-window", "3h").rules()).isEqualTo(rules);
        assertThat(settings(Map.of("SESSIONS_EXPIRE_TIMEOUT", "5m", "SESSIONS_MAX_LIFETIME", "6d",
                "SESSIONS_MAX_PAGE_SIZE", "7", "SESSIONS_TOUCH_INTERVAL", "2m", "SESSIONS_TOUCH_ON_GET", "true",
                "SESSIONS_IDEMPOTENCY_WINDOW", "3h")).rules()).isEqualTo(rules);
        assertThat(settings(Map.of()).rules()).isEqualTo(new SessionRules(ExpiryPolicy.DEFAULT, 100));
    }

    @Test
    void withoutRetentionSessionsAreKept() throws IOException {
        assertThat(settings(Map.of()).sweep().retention()).isNull();
        assertThat(settings(Map.of(), "--retention", "30d").sweep().retention()).isEqualTo(Duration.ofDays(30));
        assertThat(settings(Map.of("SESSIONS_RETENTION", "1m")).sweep().retention()).isEqualTo(Duration.ofMinutes(1));
        CommandRun run = serve("--retention", "59s");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("sessions: --retention must be at least 1m");
    }

    @Test
    void rejectsTooLongTouchInterval() throws IOException {
        CommandRun run = serve("--expire-timeout", "10m", "--touch-interval", "6m");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("sessions: --touch-interval must be at most half of --expire-timeout");
        assertThat(settings(Map.of(), "--expire-timeout", "10m", "--touch-interval", "5m").rules().touchInterval())
                .isEqualTo(Duration.ofMinutes(5));
    }

    private static ServiceSettings settings(Map<String, String> environment, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve"));
        arguments.addAll(List.of(options));
        CommandLine.ParseResult parsed = Main.commandLine(environment).parseArgs(arguments.toArray(String[]::new));
        return ((ServeCommand) parsed.subcommand().commandSpec().userObject()).settings();
    }

    private static CommandRun serve(String... options) {
        return CommandRun.ofServe(Map.of(), options);
    }
}
