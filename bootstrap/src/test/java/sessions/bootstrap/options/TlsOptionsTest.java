package sessions.bootstrap.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sessions.bootstrap.CommandRun;
import sessions.bootstrap.ServiceFixture;
import sessions.transport.TlsSettings;

class TlsOptionsTest {

    @TempDir
    private Path folder;

    @Test
    void withoutFilesTlsIsOff() throws IOException {
        assertThat(ServiceFixture.settings().http().server().tls()).isNull();
    }

    @Test
    void certificateAndKeyAreReadFromFiles() throws IOException {
        Path certificate = Files.writeString(folder.resolve("tls.crt"), "certificate");
        Path key = Files.writeString(folder.resolve("tls.key"), "key");
        Path authorities = Files.writeString(folder.resolve("ca.crt"), "authorities");
        assertThat(ServiceFixture.settings("--tls-certificate", certificate.toString(), "--tls-key", key.toString(),
                "--tls-key-password", "password", "--tls-client-ca", authorities.toString()).http().server().tls())
                .isEqualTo(new TlsSettings("certificate", "key", "password", "authorities"));
    }

    @ParameterizedTest
    @CsvSource({"--tls-certificate, --tls-key must be given too", "--tls-key, --tls-certificate must be given too"})
    void certificateAndKeyRequireEachOther(String option, String problem) {
        assertThat(error(option, "x")).isEqualTo("sessions: " + problem + " (see sessions serve --help)");
    }

    @Test
    void missingFileIsNamed() {
        assertThat(error("--tls-certificate", folder.resolve("a").toString(), "--tls-key", "b"))
                .isEqualTo("sessions: --tls-certificate: there is no file " + folder.resolve("a"));
    }

    private static String error(String... options) {
        CommandRun run = CommandRun.ofServe(Map.of(), options);
        assertThat(run.exit()).isNotZero();
        return run.err().strip();
    }
}
