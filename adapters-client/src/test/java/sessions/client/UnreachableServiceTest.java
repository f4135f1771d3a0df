package sessions.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.client.ScriptedServer.Reply;
import sessions.domain.error.ServiceUnavailableException;
import sessions.testkit.server.TestCertificate;

/** The service cannot be reached: the message contains the address and the reason. */
class UnreachableServiceTest {

    @Test
    void connectionIsRefused() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String address = "http://127.0.0.1:" + port;
        assertThat(fault(ClientSettings.of(address)))
                .hasMessage("The service at " + address + " does not answer: connection refused").hasCauseInstanceOf(
                        IOException.class);
    }

    @Test
    void hostIsUnknown() {
        assertThat(fault(ClientSettings.of("http://no-such-host.invalid/sessions/")))
                .hasMessage("The service at http://no-such-host.invalid/sessions does not answer: unknown host");
    }

    /** Neither key nor session id is sent to a server whose certificate the JVM does not trust. */
    @Test
    void certificateIsNotTrusted(@TempDir Path folder) throws Exception {
        TestCertificate stranger = TestCertificate.create(folder, "stranger", "EC");
        try (ServerSocket socket = stranger.trusted(stranger).getServerSocketFactory().createServerSocket(0, 1,
                InetAddress.getLoopbackAddress());
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> received = executor.submit(() -> {
                try (Socket connection = socket.accept()) {
                    return connection.getInputStream().read();
                }
            });
            assertThat(fault(ClientSettings.of("https://127.0.0.1:" + socket.getLocalPort()).withApiKey("s3cret")))
                    .hasMessageEndingWith("certificate not trusted: no trusted authority has issued it")
                    .hasCauseInstanceOf(SSLHandshakeException.class);
            assertThat(received).failsWithin(Duration.ofSeconds(20)).withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void noResponseArrives() {
        try (ScriptedServer server = ScriptedServer.start((_, _) -> {
            new CountDownLatch(1).await();
            return Reply.none();
        })) {
            assertThat(fault(ClientSettings.of(server.address()).withRequestTimeout(Duration.ofMillis(50))))
                    .hasMessage("The service at " + server.address() + " does not answer: timed out after 50 ms");
        }
    }

    @Test
    void responseStopsPartway() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Socket> connected = executor.submit(() -> {
                Socket connection = socket.accept();
                connection.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n\"".getBytes(StandardCharsets.US_ASCII));
                return connection;
            });
            ClientSettings settings = ClientSettings.of("http://127.0.0.1:" + socket.getLocalPort());
            assertThat(fault(settings.withRequestTimeout(Duration.ofSeconds(1))))
                    .hasMessageEndingWith("timed out after 1 s");
            connected.get().close();
        }
    }

    @Test
    void connectionIsClosedWithoutAResponse() {
        try (ScriptedServer server = ScriptedServer.start((_, _) -> null)) {
            assertThat(fault(ClientSettings.of(server.address())).getMessage())
                    .startsWith("The service at " + server.address() + " does not answer: ").doesNotContain("\n");
        }
    }

    @Test
    void faultsAreSummarizedInOneLine() {
        Duration limit = Duration.ofMillis(1500);
        assertThat(NetworkErrors.problem(new HttpConnectTimeoutException("x"), limit))
                .isEqualTo("does not answer: no connection within 1500 ms");
        assertThat(NetworkErrors.problem(new SSLHandshakeException("(certificate_unknown)\nPKIX path"), limit))
                .isEqualTo("does not answer: (certificate_unknown)_PKIX path");
        assertThat(NetworkErrors.problem(new IOException(), limit)).isEqualTo("does not answer: IOException");
        assertThat(NetworkErrors.problem(null, limit)).isEqualTo("does not answer: connection lost");
    }

    private static ServiceUnavailableException fault(ClientSettings settings) {
        try (SessionsHttpClientV1 client = new SessionsHttpClientV1(settings.withRetries(RetryPolicy.NONE))) {
            return catchThrowableOfType(ServiceUnavailableException.class, () -> client.monitoring().heartbeat(""));
        }
    }
}
