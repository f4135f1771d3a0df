package sessions.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** Tests the TLS settings of an API: no weak versions and cipher suites. */
public abstract class TlsContract {

    /** Cipher suites with forward secrecy and authenticated encryption. */
    protected static final String STRONG = "TLS_(AES_(128|256)_GCM_SHA(256|384)|CHACHA20_POLY1305_SHA256"
            + "|ECDHE_(ECDSA|RSA)_WITH_(AES_(128|256)_GCM_SHA(256|384)|CHACHA20_POLY1305_SHA256))";

    /** Returns the port of the API under test. */
    protected abstract int port();

    /** Returns the certificate of the API under test, which must have an elliptic-curve key. */
    protected abstract TestCertificate certificate();

    @Test
    void tls13IsPreferredAndTls12Accepted() throws IOException {
        assertThat(handshake(new String[]{"TLSv1.2", "TLSv1.3"}).getProtocol()).isEqualTo("TLSv1.3");
        SSLSession older = handshake(new String[]{"TLSv1.2"});
        assertThat(older.getProtocol()).isEqualTo("TLSv1.2");
        assertThat(older.getCipherSuite()).matches(STRONG);
    }

    @Test
    void clientsWithWeakSuitesOnlyAreRejected() {
        String[] weak = {"TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"};
        for (String suite : weak) {
            assertThatExceptionOfType(SSLException.class).as(suite)
                    .isThrownBy(() -> handshake(new String[]{"TLSv1.2"}, suite));
        }
    }

    @Test
    void serviceChoosesTheStrongestSuite() throws IOException {
        String[] weakestFirst = {"TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"};
        assertThat(handshake(new String[]{"TLSv1.3"}, weakestFirst).getCipherSuite())
                .isEqualTo("TLS_AES_256_GCM_SHA384");
    }

    private SSLSession handshake(String[] versions, String... suites) throws IOException {
        try (SSLSocket socket = (SSLSocket) certificate().trusted(null).getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), port())) {
            socket.setEnabledProtocols(versions);
            if (suites.length > 0) {
                assertThat(socket.getSupportedCipherSuites()).as("suites that the client supports").contains(suites);
                socket.setEnabledCipherSuites(suites);
            }
            socket.startHandshake();
            return socket.getSession();
        }
    }
}
