package sessions.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.ServiceUnavailableException;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.server.TestCertificate;

/** TLS of the client: the authorities that it trusts, and what it says about wrong settings. */
class TlsClientTest {

    @TempDir
    private static Path folder;

    private static TestCertificate certificate;
    private static LocalService service;

    private final List<Object> pauses = new ArrayList<>();

    @BeforeAll
    static void start() {
        certificate = TestCertificate.create(folder, "service", "EC");
        service = LocalService.start(new SettableClock(Fixtures.NOON), certificate);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void givenAuthorityIsTrusted() {
        ClientSettings settings = ClientSettings.of(address("https", service))
                .withAuthorities("# our authority\n" + certificate.certificatePem());
        try (SessionsHttpClientV1 client = new SessionsHttpClientV1(settings)) {
            assertThat(client.monitoring().heartbeat("")).isEqualTo(Fixtures.NOON);
        }
    }

    @Test
    void otherAuthorityIsNotTrusted() {
        String other = TestCertificate.create(folder, "other", "EC").certificatePem();
        assertFails(ClientSettings.of(address("https", service)).withAuthorities(other),
                "certificate not trusted: no trusted authority has issued it");
    }

    @Test
    void authoritiesOfTheJvmAreTrustedByDefault() {
        assertFails(ClientSettings.of(address("https", service)),
                "certificate not trusted: no trusted authority has issued it");
    }

    @Test
    void portSpeaksTls() {
        assertFails(ClientSettings.of(address("http", service)), "this port speaks TLS: use https://");
    }

    @Test
    void portDoesNotSpeakTls() {
        try (LocalService plain = LocalService.start(new SettableClock(Fixtures.NOON))) {
            assertFails(ClientSettings.of(address("https", plain)), "this port does not speak TLS: use http://");
        }
    }

    @Test
    void otherFaultsOfACertificateAreExplained() {
        assertThat(TlsErrors.problem(new SSLHandshakeException("x").initCause(
                new CertPathValidatorException("validity check failed", new CertificateExpiredException("1970")))))
                .contains("certificate not trusted: it has expired");
        assertThat(TlsErrors.problem(new IOException(new CertificateNotYetValidException("2970"))))
                .contains("certificate not trusted: it is not valid yet");
        assertThat(TlsErrors.problem(
                new SSLHandshakeException("x").initCause(new CertificateException("No name matching a.example found"))))
                .contains("certificate not trusted: No name matching a.example found");
        assertThat(TlsErrors.problem(new SSLHandshakeException("Remote host terminated the handshake"))).isEmpty();
        assertThat(TlsErrors.problem(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void authoritiesMustBeCertificates(String pem) {
        ClientSettings settings = ClientSettings.of("https://localhost");
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withAuthorities(pem))
                .withMessageContaining("PEM");
    }

    /** Wrong settings are not retried. */
    private void assertFails(ClientSettings settings, String problem) {
        try (SessionsHttpClientV1 client = new SessionsHttpClientV1(settings, pauses::add)) {
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> client.monitoring().heartbeat(""))
                    .withMessage("The service at " + settings.baseUri() + " cannot be called: " + problem);
            assertThat(pauses).isEmpty();
        }
    }

    private static String address(String scheme, LocalService service) {
        return scheme + "://127.0.0.1:" + service.port();
    }
}
