package sessions.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.bootstrap.CommandRun;
import sessions.bootstrap.ServiceFixture;
import sessions.bootstrap.service.RunningService;
import sessions.testkit.server.TestCertificate;

/** {@code --tls-ca} of the commands that call a service. */
class TlsAuthorityTest {

    @TempDir
    private Path folder;

    @Test
    void commandsTrustTheGivenAuthority() throws Exception {
        TestCertificate certificate = TestCertificate.create(folder, "service", "EC");
        Path pem = file("service.pem", certificate.certificatePem());
        String key = file("service.key", certificate.keyPem()).toString();
        try (RunningService service = RunningService.start(ServiceFixture.settings("--store", "memory:",
                "--tls-certificate", pem.toString(), "--tls-key", key), InstantSource.system())) {
            String url = "https://127.0.0.1:" + service.port();
            assertThat(CommandRun.of(Map.of(), "ping", "--url", url, "--tls-ca", pem.toString()).exit()).isZero();
            assertThat(CommandRun.of(Map.of("SESSIONS_TLS_CA", pem.toString(), "SESSIONS_URL", url), "ping").exit())
                    .isZero();
            assertFails(6, "certificate not trusted: no trusted authority has issued it", "--url", url);
            assertFails(6, "this port speaks TLS: use https://", "--url", "http://127.0.0.1:" + service.port());
        }
    }

    @Test
    void fileMustContainCertificates() throws IOException {
        String missing = folder.resolve("missing.pem").toString();
        assertFails(2, "--tls-ca: there is no file " + missing, "--tls-ca", missing);
        String other = file("other.pem", "nothing").toString();
        assertFails(2, "--tls-ca: " + other + " must contain certificates in PEM", "--tls-ca", other);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void assertFails(int status, String problem, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "ping";
        System.arraycopy(options, 0, arguments, 1, options.length);
        CommandRun run = CommandRun.of(Map.of(), arguments);
        assertThat(run.err()).endsWith(problem + System.lineSeparator());
        assertThat(run.exit()).isEqualTo(status);
    }
}
