package sessions.seneca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.domain.access.Authenticator;
import sessions.domain.access.Caller;
import sessions.domain.telemetry.Telemetry;
import sessions.wire.command.MessageMembers;

/** Stopping while messages are in flight. */
class TcpStopTest {

    private static final String GET = "{\"role\":\"sessions\",\"cmd\":\"get_session_by_id\",\"session_id\":\"x\"}";
    private static final String HELD = GET.replace("}", ",\"correlation_id\":\"held\"}");

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    /** Blocks one message until it is released. */
    private final Authenticator holding = (correlationId, _, address) -> {
        if (correlationId.equals("held")) {
            entered.countDown();
            awaitRelease();
        }
        return Caller.anonymous(address);
    };

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void closeExecutor() {
        release.countDown();
        executor.close();
    }

    @Test
    void messageInFlightIsAnsweredAndLaterOnesAreRejected() throws Exception {
        try (SenecaFixture service = SenecaFixture.start(holding, Telemetry.NONE);
                TcpClient client = new TcpClient(service.tcpPort())) {
            client.write(TcpClient.line("m/1", HELD));
            entered.await();
            Future<?> stopping = executor.submit(service.tcp()::close);
            ActionResult later = client.send(GET);
            while (later.error() == null) {
                later = client.send(GET); // Not yet stopping.
            }
            assertThat(later.errorText("code")).isEqualTo("SERVICE_UNAVAILABLE");
            release.countDown();
            MessageMembers reply = client.readReply();
            assertThat(reply.text("id")).isEqualTo("m/1");
            assertThat(reply.has("error")).isFalse();
            assertThat(client.readLine()).isNull();
            stopping.get();
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> new TcpClient(service.tcpPort()))
                    .withCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void messageBeyondTheDrainTimeDoesNotDelayTheStop() throws Exception {
        try (SenecaFixture service = SenecaFixture.start(holding, Duration.ofMillis(50));
                TcpClient client = new TcpClient(service.tcpPort())) {
            client.write(TcpClient.line("m/1", HELD));
            entered.await();
            service.tcp().close();
            assertThat(release.getCount()).isOne();
            assertThat(client.readLine()).isNull();
        }
    }
}
