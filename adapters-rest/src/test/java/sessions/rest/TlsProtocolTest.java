package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.access.Authenticator;
import sessions.jetty.JettyTls;
import sessions.testkit.server.TestCertificate;
import sessions.testkit.server.TlsContract;
import sessions.transport.ServerSettings;
import sessions.transport.TlsSettings;

/** TLS versions and cipher suites of the HTTP server. */
class TlsProtocolTest extends TlsContract {

    private static TestCertificate certificate;
    private static TlsSettings settings;
    private static HttpApi api;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        certificate = TestCertificate.create(folder, "ours", "EC");
        settings = new TlsSettings(certificate.certificatePem(), certificate.keyPem(), null, null);
        api = HttpApi.start(new HttpSettings(ServerSettings.local(Duration.ofSeconds(5)).withTls(settings)),
                HttpApiFixture.service(), Authenticator.ALLOW_ALL);
    }

    @Override
    protected int port() {
        return api.port();
    }

    @Override
    protected TestCertificate certificate() {
        return certificate;
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /**
     * Checks the server's configuration: a client in this JVM cannot request older versions, which are disabled in it.
     */
    @Test
    void onlyStrongVersionsAndCipherSuitesAreEnabled() throws Exception {
        SslContextFactory.Server server = JettyTls.of(settings).server();
        server.start();
        try {
            assertThat(server.newSSLEngine().getEnabledProtocols()).containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
            assertThat(server.newSSLEngine().getEnabledCipherSuites()).hasSizeGreaterThan(4)
                    .allMatch(suite -> suite.matches(STRONG), "strong cipher suite");
        } finally {
            server.stop();
        }
    }

    @Test
    void plaintextRequestIsNotAnswered() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.getOutputStream().write("GET /heartbeat HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(
                    StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("HTTP");
        }
    }
}
