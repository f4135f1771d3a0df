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

/** More calls that send nothing or are not read than the concurrency limit allows. */
@Timeout(60)
class SlowGrpcCallersTest {

    private static final int MAX_CALLS = 2;
    private static final int CALLS = 5 * MAX_CALLS;

    private static final SessionIdRequest REQUEST = SessionIdRequest.newBuilder().setSessionId("x").build();

    @Test
    void unreadRepliesDoNotCountAsConcurrentCalls() throws Exception {
        Semaphore executed = new Semaphore(0);
        try (GrpcFixture api = start(executed, Duration.ofSeconds(30));
                NonReadingCallers callers = new NonReadingCallers(api)) {
            callers.call(executed);
            assertThat(get(api).hasSession()).isTrue();
        }
    }

    @Test
    void callersThatDoNotReadAreDisconnected() throws Exception {
        Semaphore executed = new Semaphore(0);
        try (GrpcFixture api = start(executed, Duration.ofSeconds(1));
                NonReadingCallers callers = new NonReadingCallers(api)) {
            callers.call(executed);
            while (api.api().connections() > 0) {
                Thread.onSpinWait();
            }
            assertThat(get(api).hasSession()).isTrue();
        }
    }

    @Test
    void missingMessagesDoNotCountAsConcurrentCalls() {
        try (GrpcFixture api = start(new Semaphore(0), Duration.ofSeconds(30))) {
            for (int i = 0; i < CALLS; i++) {
                api.channel().newCall(RawBytes.METHOD, CallOptions.DEFAULT).start(new ClientCall.Listener<>() {
                }, new Metadata());
            }
            assertThat(get(api).hasSession()).isTrue();
        }
    }

    /** @param executed gets a permit for each call that was executed */
    private static GrpcFixture start(Semaphore executed, Duration idleTimeout) {
        ISessionsV1 sessions = new FailingSessions(() -> {
            executed.release();
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

    /** A connection whose calls read no more than one byte of a reply. */
    private static final class NonReadingCallers implements AutoCloseable {

        private final ManagedChannel connection;
        private final List<ClientCall<byte[], byte[]>> calls = new ArrayList<>();

        NonReadingCallers(GrpcFixture api) {
            connection = NettyChannelBuilder.forAddress("127.0.0.1", api.port()).usePlaintext().flowControlWindow(1)
                    .build();
        }

        /** Returns when all calls have been executed. */
        void call(Semaphore executed) throws InterruptedException {
            for (int i = 0; i < CALLS; i++) {
                ClientCall<byte[], byte[]> call = connection.newCall(RawBytes.METHOD, CallOptions.DEFAULT);
                call.start(new ClientCall.Listener<>() {
                }, new Metadata());
                call.sendMessage(REQUEST.toByteArray());
                call.halfClose();
                calls.add(call);
                executed.acquire();
            }
        }

        @Override
        public void close() {
            // Otherwise the client would keep the buffers of its replies, even after its connection has closed.
            calls.forEach(call -> call.request(1));
            calls.forEach(call -> call.cancel("not read", null));
            connection.shutdownNow();
        }
    }
}
