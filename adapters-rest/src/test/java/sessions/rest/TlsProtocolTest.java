package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.Admission;
import sessions.testkit.TestCertificate;

/** What is spoken within TLS: nothing that is known to be weak. */
class TlsProtocolTest {

    private static final String FORWARD_SECRET_AND_AUTHENTICATED = "TLS_(AES_(128|256)_GCM_SHA(256|384)"
            + "|CHACHA20_POLY1305_SHA256|ECDHE_(ECDSA|RSA)_WITH_(AES_(128|256)_GCM_SHA(256|384)|CHACHA20_POLY1305_SHA256))";

    private static TestCertificate certificate;
    private static TlsSettings settings;
    private static HttpApi api;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        certificate = TestCertificate.create(folder, "ours", "EC");
        settings = new TlsSettings(certificate.certificatePem(), certificate.keyPem(), null, null);
        api = HttpApi.start(new HttpSettings("127.0.0.1", 0, settings, HttpLimits.DEFAULT, Set.of(),
                Duration.ofSeconds(5)), HttpApiFixture.service(), Admission.OF_EVERYONE);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void theLatestVersionIsPreferredAndTheOneBeforeItTaken() throws IOException {
        assertThat(handshake(new String[]{"TLSv1.2", "TLSv1.3"}).getProtocol()).isEqualTo("TLSv1.3");
        SSLSession older = handshake(new String[]{"TLSv1.2"});
        assertThat(older.getProtocol()).isEqualTo("TLSv1.2");
        assertThat(older.getCipherSuite()).matches(FORWARD_SECRET_AND_AUTHENTICATED);
    }

    /** A caller of this Java machine cannot ask for older versions: it has them disabled. So the server's side is looked at. */
    @Test
    void noOlderVersionAndNoOtherCipherSuiteIsEnabled() throws Exception {
        SslContextFactory.Server server = Tls.of(settings).server();
        server.start();
        try {
            assertThat(server.newSSLEngine().getEnabledProtocols()).containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
            assertThat(server.newSSLEngine().getEnabledCipherSuites()).hasSizeGreaterThan(4)
                    .allMatch(suite -> suite.matches(FORWARD_SECRET_AND_AUTHENTICATED), "without known weakness");
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"})
    void whoOffersWeakSuitesOnlyIsRefused(String suite) {
        assertThatExceptionOfType(SSLException.class).isThrownBy(() -> handshake(new String[]{"TLSv1.2"}, suite));
    }

    @Test
    void theServiceChoosesTheStrongestSuiteWhateverTheCallerPrefers() throws IOException {
        String[] weakestFirst = {"TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"};
        assertThat(handshake(new String[]{"TLSv1.3"}, weakestFirst).getCipherSuite())
                .isEqualTo("TLS_AES_256_GCM_SHA384");
    }

    @Test
    void whatIsNotEncryptedIsNotAnswered() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.getOutputStream().write("GET /heartbeat HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(
                    StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("HTTP");
        }
    }

    private static SSLSession handshake(String[] versions, String... suites) throws IOException {
        try (SSLSocket socket = (SSLSocket) certificate.trusted(null).getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setEnabledProtocols(versions);
            if (suites.length > 0) {
                assertThat(socket.getSupportedCipherSuites()).as("or it proves nothing").contains(suites);
                socket.setEnabledCipherSuites(suites);
            }
            socket.startHandshake();
            return socket.getSession();
        }
    }
}
