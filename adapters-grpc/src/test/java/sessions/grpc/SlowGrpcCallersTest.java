package sessions.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.ISessionsV1;
import sessions.testkit.FailingSessions;
import sessions.testkit.Fixtures;
import sessions_v1.SessionIdRequest;
import sessions_v1.SessionObjectReply;

/** More callers who send nothing, or do not read, than calls are worked on at a time. */
@Timeout(60)
class SlowGrpcCallersTest {

    private static final int MAX_CALLS = 2;
    private static final int MORE = 5 * MAX_CALLS;

    private static final SessionIdRequest REQUEST = SessionIdRequest.newBuilder().setSessionId("x").build();

    @Test
    void callsWhoseRepliesAreNotReadTakeNoRoom() throws Exception {
        Semaphore asked = new Semaphore(0);
        try (GrpcFixture api = start(asked, Duration.ofSeconds(30)); Unread callers = new Unread(api)) {
            callers.call(asked);
            assertThat(get(api).hasSession()).isTrue();
        }
    }

    @Test
    void callersThatDoNotReadLoseTheirConnection() throws Exception {
        Semaphore asked = new Semaphore(0);
        try (GrpcFixture api = start(asked, Duration.ofSeconds(1)); Unread callers = new Unread(api)) {
            callers.call(asked);
            while (api.api().connections() > 0) {
                Thread.onSpinWait();
            }
            assertThat(get(api).hasSession()).isTrue();
        }
    }

    @Test
    void callsWhoseMessagesDoNotComeTakeNoRoom() {
        try (GrpcFixture api = start(new Semaphore(0), Duration.ofSeconds(30))) {
            for (int i = 0; i < MORE; i++) {
                api.channel().newCall(RawBytes.METHOD, CallOptions.DEFAULT).start(new ClientCall.Listener<>() {
                }, new Metadata());
            }
            assertThat(get(api).hasSession()).isTrue();
        }
    }

    /** @param asked has a permit for each call that was worked on */
    private static GrpcFixture start(Semaphore asked, Duration idleTimeout) {
        ISessionsV1 sessions = new FailingSessions(() -> {
            asked.release();
            return session();
        });
        return GrpcFixture.start(sessions,
                GrpcFixture.settings(MAX_CALLS, Duration.ofSeconds(20), 100,
                        idleTimeout, Duration.ofSeconds(30)));
    }

    private static SessionV1 session() {
        return Fixtures.session("user", Fixtures.NOON);
    }

    private static SessionObjectReply get(GrpcFixture api) {
        return api.typed("get_session_by_id", REQUEST, SessionObjectReply.getDefaultInstance());
    }

    /** A connection whose calls take no more than one byte of a reply. */
    private static final class Unread implements AutoCloseable {

        private final ManagedChannel connection;
        private final List<ClientCall<byte[], byte[]>> calls = new ArrayList<>();

        Unread(GrpcFixture api) {
            connection = NettyChannelBuilder.forAddress("127.0.0.1", api.port()).usePlaintext().flowControlWindow(1)
                    .build();
        }

        /** Returns once all calls were worked on. */
        void call(Semaphore asked) throws InterruptedException {
            for (int i = 0; i < MORE; i++) {
                ClientCall<byte[], byte[]> call = connection.newCall(RawBytes.METHOD, CallOptions.DEFAULT);
                call.start(new ClientCall.Listener<>() {
                }, new Metadata());
                call.sendMessage(REQUEST.toByteArray());
                call.halfClose();
                calls.add(call);
                asked.acquire();
            }
        }

        @Override
        public void close() {
            // Or the client would keep what it has of the replies, also beyond its connection.
            calls.forEach(call -> call.request(1));
            calls.forEach(call -> call.cancel("not read", null));
            connection.shutdownNow();
        }
    }
}
