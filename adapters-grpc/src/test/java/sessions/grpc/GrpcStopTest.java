package sessions.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.domain.access.Authenticator;
import sessions.domain.telemetry.Telemetry;
import sessions.testkit.Fixtures;
import sessions.testkit.HeldSessions;
import sessions.testkit.SettableClock;
import sessions.testkit.log.LoggedLines;
import sessions.transport.ServerSettings;
import sessions_v1.SessionIdRequest;
import sessions_v1.SessionObjectReply;

/** Starting, and stopping while calls are in flight. */
@Timeout(60)
class GrpcStopTest {

    private final HeldSessions held = new HeldSessions();

    @AfterEach
    void release() {
        held.release();
    }

    @Test
    void callInFlightIsAnsweredAndNewConnectionsAreRejected() throws Exception {
        try (GrpcFixture api = GrpcFixture.start(held.port(), GrpcFixture.SETTINGS)) {
            CompletableFuture<SessionObjectReply> inFlight = async(api);
            held.awaitRequest();
            api.api().stopAccepting();
            while (acceptsConnections(api)) {
                // Not yet stopping.
            }
            held.release();
            api.api().close();
            assertThat(inFlight.get().hasSession()).isTrue();
        }
    }

    @Test
    void callBeyondTheDrainTimeDoesNotDelayTheStop() throws Exception {
        try (GrpcFixture api = GrpcFixture.start(GrpcFixture.ports(held.port()), Authenticator.ALLOW_ALL,
                GrpcFixture.SETTINGS.withDrainTime(Duration.ofMillis(50)), Telemetry.NONE)) {
            CompletableFuture<SessionObjectReply> inFlight = async(api);
            held.awaitRequest();
            api.api().close();
            assertThat(held.areBlocked()).isTrue();
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(inFlight::get)
                    .withMessageEndingWith(
                            "UNAVAILABLE: The service stopped before the call finished; it may have taken effect");
        }
    }

    @Test
    void resultOfAnAbortedCallIsNotLoggedAsAFault() throws Exception {
        try (LoggedLines requests = LoggedLines.ofRequests();
                LoggedLines all = LoggedLines.of(Logger.ROOT_LOGGER_NAME, Level.WARN);
                GrpcFixture api = GrpcFixture.start(GrpcFixture.ports(held.port()), Authenticator.ALLOW_ALL,
                        GrpcFixture.SETTINGS.withDrainTime(Duration.ofMillis(50)), Telemetry.NONE)) {
            CompletableFuture<SessionObjectReply> inFlight = async(api);
            held.awaitRequest();
            api.api().close();
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(inFlight::get);
            held.release();
            assertThat(LoggedLines.parts(requests.next())).containsEntry("status", "503");
            assertThat(all.rest()).extracting(ILoggingEvent::getFormattedMessage)
                    .containsExactly("Drain time (50 ms) over; aborting the remaining calls");
        }
    }

    @Test
    void addressInUseIsReported() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            ServerSettings settings = ServerSettings.local(Duration.ZERO).withPort(taken.getLocalPort());
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> GrpcApi.start(settings, GrpcFixture.ports(new SettableClock(Fixtures.NOON)),
                            Authenticator.ALLOW_ALL, Telemetry.NONE).close())
                    .withMessageStartingWith("Cannot listen on 127.0.0.1:" + taken.getLocalPort() + " for gRPC: ");
        }
    }

    private static boolean acceptsConnections(GrpcFixture api) throws IOException {
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            return connection.isConnected();
        } catch (ConnectException rejected) {
            return false;
        }
    }

    private static CompletableFuture<SessionObjectReply> async(GrpcFixture api) {
        return CompletableFuture.supplyAsync(() -> get(api), Thread::startVirtualThread);
    }

    private static SessionObjectReply get(GrpcFixture api) {
        return api.typed("get_session_by_id", SessionIdRequest.newBuilder().setSessionId("x").build(),
                SessionObjectReply.getDefaultInstance());
    }
}
