package sessions.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.domain.model.SessionV1;
import sessions.testkit.FailingSessions;
import sessions.testkit.Fixtures;
import sessions.testkit.HeldSessions;
import sessions.testkit.SettableClock;
import sessions.transport.ServerSettings;
import sessions_v1.SessionIdRequest;
import sessions_v1.SessionObjectReply;
import sessions_v1.SessionOpenRequest;
import sessions_v1.SessionPageReply;

/** Callers that exceed limits or are too slow do not affect other callers. */
@Timeout(60)
class GrpcLimitsTest {

    private static final SessionIdRequest REQUEST = SessionIdRequest.newBuilder().setSessionId("x").build();
    private static final SessionObjectReply REPLY = SessionObjectReply.getDefaultInstance();

    private final HeldSessions held = new HeldSessions();

    @AfterEach
    void release() {
        held.release();
    }

    @Test
    void tooLargeMessageIsRejected() {
        try (GrpcFixture api = GrpcFixture.start(new SettableClock(Fixtures.NOON))) {
            assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(() -> open(api, GrpcFixture.MAX_MESSAGE))
                    .satisfies(rejected -> {
                        assertThat(rejected.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
                        assertThat(rejected.getStatus().getDescription())
                                .contains("exceeds maximum size " + GrpcFixture.MAX_MESSAGE);
                    });
            assertThat(open(api, GrpcFixture.MAX_MESSAGE - 100).hasSession()).isTrue();
        }
    }

    @Test
    void tooLargeMessageIsRejectedAlsoIfCompressed() {
        try (GrpcFixture api = GrpcFixture.start(new SettableClock(Fixtures.NOON))) {
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> GrpcFixture.typed(api.channel(), CallOptions.DEFAULT.withCompression("gzip"),
                            "open_session", opening(100 * GrpcFixture.MAX_MESSAGE), REPLY))
                    .satisfies(rejected -> assertThat(rejected.getStatus().getCode())
                            .isEqualTo(Status.Code.INVALID_ARGUMENT));
            assertThat(open(api, 10).hasSession()).isTrue();
        }
    }

    @Test
    void tooLargeMetadataIsRejected() {
        try (GrpcFixture api = GrpcFixture.start(new SettableClock(Fixtures.NOON))) {
            assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(() -> GrpcFixture.typed(
                    api.with("x-large", "x".repeat(20_000)), CallOptions.DEFAULT, "get_session_by_id", REQUEST, REPLY))
                    .withMessageStartingWith("INTERNAL");
            assertThat(open(api, 10).hasSession()).isTrue();
        }
    }

    @Test
    void malformedMessageIsRejected() {
        try (GrpcFixture api = GrpcFixture.start(new SettableClock(Fixtures.NOON))) {
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> ClientCalls.blockingUnaryCall(api.channel(), RawBytes.METHOD, CallOptions.DEFAULT,
                            new byte[]{10, 100, 1}))
                    .withMessageStartingWith("INVALID_ARGUMENT: The message is malformed");
            assertThat(open(api, 10).hasSession()).isTrue();
        }
    }

    @Test
    void unknownMethodIsUnimplemented() {
        try (GrpcFixture api = GrpcFixture.start(new SettableClock(Fixtures.NOON))) {
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> api.typed("drop_sessions", REQUEST, SessionPageReply.getDefaultInstance()))
                    .satisfies(rejected -> assertThat(rejected.getStatus().getCode())
                            .isEqualTo(Status.Code.UNIMPLEMENTED));
        }
    }

    @Test
    void callsAboveTheConcurrencyLimitAreRejectedExceptHealth() throws Exception {
        try (GrpcFixture api = GrpcFixture.start(held.port(), concurrency(1, Duration.ofMillis(50)))) {
            Future<SessionObjectReply> first = async(() -> api.typed("get_session_by_id", REQUEST, REPLY));
            held.awaitRequest();
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> api.typed("get_session_by_id", REQUEST, REPLY))
                    .withMessage("UNAVAILABLE: Too many concurrent requests");
            assertThat(GrpcHealthTest.check(api, "")).isEqualTo("SERVING");
            held.release();
            assertThat(first.get().hasSession()).isTrue();
            assertThat(api.typed("get_session_by_id", REQUEST, REPLY).hasSession()).isTrue();
        }
    }

    @Test
    void callWhoseDeadlinePassesWhileItWaitsIsNotRun() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        HeldSessions first = new HeldSessions();
        try (GrpcFixture api = GrpcFixture.start(new FailingSessions(() -> {
            runs.incrementAndGet();
            return first.port().openSession("", Fixtures.opening("user"));
        }), concurrency(1, Duration.ofSeconds(30)))) {
            Future<SessionObjectReply> running = async(() -> api.typed("get_session_by_id", REQUEST, REPLY));
            first.awaitRequest();
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> GrpcFixture.typed(api.channel(),
                            CallOptions.DEFAULT.withDeadlineAfter(50, TimeUnit.MILLISECONDS), "get_session_by_id",
                            REQUEST, REPLY))
                    .satisfies(late -> assertThat(late.getStatus().getCode())
                            .isEqualTo(Status.Code.DEADLINE_EXCEEDED));
            first.release();
            assertThat(running.get().hasSession()).isTrue();
            assertThat(api.typed("get_session_by_id", REQUEST, REPLY).hasSession()).isTrue();
            assertThat(runs).hasValue(2);
        }
    }

    @Test
    void callTimesOutIfItsMessageDoesNotArrive() throws Exception {
        ServerSettings limits = GrpcFixture.settings(1, Duration.ofSeconds(20), 100,
                Duration.ofSeconds(30), Duration.ofMillis(100));
        try (GrpcFixture api = GrpcFixture.start(new FailingSessions(GrpcLimitsTest::session), limits)) {
            CompletableFuture<Status> end = new CompletableFuture<>();
            ClientCall<byte[], byte[]> call = api.channel().newCall(RawBytes.METHOD, CallOptions.DEFAULT);
            call.start(new ClientCall.Listener<>() {
                @Override
                public void onClose(Status status, Metadata trailers) {
                    end.complete(status);
                }
            }, new Metadata());
            assertThat(end.get().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            assertThat(end.get().getDescription()).isEqualTo("The message did not arrive in time");
            assertThat(api.typed("get_session_by_id", REQUEST, REPLY).hasSession()).as("its permit is released")
                    .isTrue();
        }
    }

    @Test
    void callersThatDoNotReadDoNotBlockOthers() {
        try (GrpcFixture api = GrpcFixture.start(new SettableClock(Fixtures.NOON));
                GrpcFixture other = api.newConnection()) {
            SessionIdRequest large = SessionIdRequest.newBuilder()
                    .setSessionId(open(api, GrpcFixture.MAX_MESSAGE - 100).getSession().getId()).build();
            List<ClientCall<byte[], byte[]>> unread = new ArrayList<>();
            for (int i = 0; i < 90; i++) {
                ClientCall<byte[], byte[]> call = api.channel().newCall(RawBytes.METHOD, CallOptions.DEFAULT);
                call.start(new ClientCall.Listener<>() {
                }, new Metadata());
                call.sendMessage(large.toByteArray());
                call.halfClose();
                unread.add(call);
            }
            assertThat(other.typed("get_session_by_id", large, REPLY).hasSession()).isTrue();
            assertThat(api.typed("get_session_by_id", REQUEST, REPLY).hasSession()).isFalse();
            // Otherwise the client would keep the buffers of its replies, even after its connection has closed.
            unread.forEach(call -> call.cancel("not read", null));
        }
    }

    @Test
    void silentConnectionsAreClosed() throws IOException {
        ServerSettings limits = GrpcFixture.settings(1, Duration.ofSeconds(20), 100,
                Duration.ofSeconds(1), Duration.ofSeconds(30));
        try (GrpcFixture api = GrpcFixture.start(new FailingSessions(GrpcLimitsTest::session), limits);
                Socket silent = connect(api);
                Socket other = connect(api)) {
            other.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(other.getInputStream().readAllBytes()).as("a request of another protocol").isNotNull();
            assertThat(silent.getInputStream().readAllBytes()).isNotNull();
            assertThat(api.typed("get_session_by_id", REQUEST, REPLY).hasSession()).isTrue();
        }
    }

    @Test
    void connectionsAboveTheLimitAreClosed() throws IOException {
        ServerSettings limits = GrpcFixture.settings(1, Duration.ofSeconds(20), 3,
                Duration.ofSeconds(30), Duration.ofSeconds(30));
        try (GrpcFixture api = GrpcFixture.start(new FailingSessions(GrpcLimitsTest::session), limits)) {
            assertThat(api.typed("get_session_by_id", REQUEST, REPLY).hasSession()).isTrue();
            List<Socket> sockets = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                sockets.add(connect(api));
                assertThat(sockets.getLast().getInputStream().read()).as("first byte of the HTTP/2 settings").isZero();
            }
            try (Socket further = connect(api)) {
                assertThat(further.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(api.typed("get_session_by_id", REQUEST, REPLY).hasSession()).isTrue();
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static Socket connect(GrpcFixture api) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), api.port());
    }

    private static ServerSettings concurrency(int maxConcurrent, Duration longestWait) {
        return GrpcFixture.settings(maxConcurrent, longestWait, 100, Duration.ofSeconds(30),
                Duration.ofSeconds(30));
    }

    private static <T> Future<T> async(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, Thread::startVirtualThread);
    }

    private static SessionV1 session() {
        return Fixtures.session("user", Fixtures.NOON);
    }

    private static SessionObjectReply open(GrpcFixture api, int size) {
        return api.typed("open_session", opening(size), REPLY);
    }

    private static SessionOpenRequest opening(int size) {
        return SessionOpenRequest.newBuilder().setUserId("user").setData("\"" + "x".repeat(size) + "\"").build();
    }
}
