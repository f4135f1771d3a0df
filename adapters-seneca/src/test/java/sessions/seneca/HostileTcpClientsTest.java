package sessions.seneca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.testkit.Concurrently;
import sessions.transport.ConnectionLimits;
import sessions.transport.ServerSettings;

/** TCP clients that disconnect, flood or fall silent do not affect other clients. */
class HostileTcpClientsTest {

    private static final String GET = "{\"role\":\"sessions\",\"cmd\":\"get_session_by_id\",\"session_id\":\"x\"}";
    private static final String LIST = "{\"role\":\"sessions\",\"cmd\":\"get_sessions\"}";
    private static final ActionResult NOTHING = new ActionResult(null, null);

    @Test
    void lineOf100MegabytesClosesTheConnection() throws IOException {
        try (SenecaFixture service = SenecaFixture.start(SenecaFixture.SETTINGS);
                TcpClient other = new TcpClient(service.tcpPort());
                Socket flood = new Socket(InetAddress.getLoopbackAddress(), service.tcpPort())) {
            assertThat(isResetWithin(100 << 20, flood)).isTrue();
            assertThat(other.send(GET)).isEqualTo(NOTHING);
        }
    }

    private static boolean isResetWithin(long bytes, Socket connection) {
        byte[] part = new byte[1 << 16];
        Arrays.fill(part, (byte) 'x');
        return isResetAfter(connection, part, bytes / part.length);
    }

    @Test
    void silentConnectionsAndIncompleteLinesTimeOut() {
        try (SenecaFixture service = SenecaFixture.start(SenecaFixture.settings(Duration.ofMillis(200), 50));
                TcpClient silent = new TcpClient(service.tcpPort());
                TcpClient halfSent = new TcpClient(service.tcpPort())) {
            halfSent.write("{\"kind\":");
            assertThat(silent.readLine()).isNull();
            assertThat(halfSent.readLine()).isNull();
        }
    }

    @Test
    void lineThatTricklesInClosesTheConnection() {
        ServerSettings limits = SenecaFixture.SETTINGS.withConnections(
                new ConnectionLimits(50, Duration.ofSeconds(30), Duration.ofMillis(1), 1_000_000_000));
        try (SenecaFixture service = SenecaFixture.start(limits);
                TcpClient slow = new TcpClient(service.tcpPort())) {
            Thread.startVirtualThread(() -> trickle(slow));
            assertThat(slow.readLine()).isNull();
        }
    }

    @Test
    void manyBlankLinesAreSkipped() {
        try (SenecaFixture service = SenecaFixture.start(SenecaFixture.SETTINGS);
                TcpClient client = new TcpClient(service.tcpPort())) {
            client.write("\n".repeat(1_000_000));
            assertThat(client.send(GET)).isEqualTo(NOTHING);
        }
    }

    private static void trickle(TcpClient slow) {
        try {
            while (true) {
                slow.write("x");
            }
        } catch (UncheckedIOException expected) {
            // The service has closed the connection.
        }
    }

    @Test
    void clientThatNeverReadsIsDisconnected() throws Exception {
        try (SenecaFixture service = SenecaFixture.start(SenecaFixture.settings(Duration.ofMillis(500), 50));
                TcpClient other = new TcpClient(service.tcpPort());
                Socket nonReading = new Socket()) {
            for (int i = 0; i < 100; i++) {
                other.send("{\"role\":\"sessions\",\"cmd\":\"open_session\",\"user_id\":\"" + "u".repeat(255)
                        + "\",\"address\":\"" + "a".repeat(1024) + "\"}");
            }
            nonReading.setReceiveBufferSize(4096);
            nonReading.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.tcpPort()));
            byte[] list = TcpClient.line("m/1", LIST).getBytes(StandardCharsets.UTF_8);
            assertThat(isResetAfter(nonReading, list, 1_000_000)).isTrue();
        }
    }

    /** Sends the bytes repeatedly and returns whether the service resets the connection. */
    private static boolean isResetAfter(Socket connection, byte[] part, long times) {
        try {
            for (long i = 0; i < times; i++) {
                connection.getOutputStream().write(part);
            }
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void connectionsAboveTheLimitWaitUntilOneCloses() {
        try (SenecaFixture service = SenecaFixture.start(SenecaFixture.settings(Duration.ofSeconds(30), 2));
                TcpClient first = new TcpClient(service.tcpPort());
                TcpClient second = new TcpClient(service.tcpPort());
                TcpClient third = new TcpClient(service.tcpPort())) {
            assertThat(first.send(GET)).isEqualTo(NOTHING);
            assertThat(second.send(GET)).isEqualTo(NOTHING);
            assertThat(service.tcp().connections()).isEqualTo(2);
            third.write(TcpClient.line("m/1", GET));
            first.endOutput();
            assertThat(third.readReply().text("id")).isEqualTo("m/1");
        }
    }

    @Test
    void manyClientsPipelineConcurrently() {
        try (SenecaFixture service = SenecaFixture.start(SenecaFixture.SETTINGS)) {
            List<Integer> replies = Concurrently.run(20, _ -> () -> pipelined(service.tcpPort(), 200));
            assertThat(replies).containsOnly(200);
        }
    }

    private static int pipelined(int port, int messages) {
        try (TcpClient client = new TcpClient(port)) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < messages; i++) {
                lines.append(TcpClient.line("m/" + i, GET));
            }
            client.write(lines.toString());
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < messages; i++) {
                ids.add(client.readReply().text("id"));
            }
            return (int) ids.stream().distinct().count();
        }
    }
}
