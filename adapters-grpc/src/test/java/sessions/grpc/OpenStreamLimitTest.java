package sessions.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.stub.ClientCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import sessions.domain.model.SessionV1;
import sessions.testkit.FailingSessions;
import sessions.testkit.Fixtures;
import sessions.testkit.log.LoggedLines;
import sessions_v1.SessionIdRequest;
import sessions_v1.SessionObjectReply;

/** Health and reflection streams, which callers keep open. */
@Timeout(60)
class OpenStreamLimitTest {

    private static final String TOO_MANY = "Too many open streams of this kind";

    @Test
    void watchesHaveTheirOwnLimit() {
        try (GrpcFixture api = start(1, Duration.ofSeconds(30))) {
            assertThat(watch(api, "").next().getStatus().name()).isEqualTo("SERVING");
            assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(() -> watch(api, "").hasNext())
                    .withMessage("UNAVAILABLE: " + TOO_MANY);
            assertThat(GrpcHealthTest.check(api, "")).isEqualTo("SERVING");
            assertThat(get(api).hasSession()).isTrue();
        }
    }

    @Test
    void cancelledWatchReleasesItsPermit() {
        try (GrpcFixture api = start(1, Duration.ofSeconds(30))) {
            GrpcFixture other = api.newConnection();
            assertThat(watch(other, "").next().getStatus().name()).isEqualTo("SERVING");
            other.disconnect();
            while (!canWatch(api)) {
                Thread.onSpinWait();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, GrpcFixture.MAX_MESSAGE - 100})
    void healthOfAnUnknownServiceIsRejected(int length) {
        try (GrpcFixture api = start(1, Duration.ofSeconds(30))) {
            String name = "x".repeat(length);
            assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(() -> watch(api, name).hasNext())
                    .withMessage("NOT_FOUND: There is no such service");
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> GrpcHealthTest.check(api, name))
                    .withMessage("NOT_FOUND: There is no such service");
        }
    }

    @Test
    void healthCallTimesOutIfItsMessageDoesNotArrive() throws Exception {
        try (GrpcFixture api = start(1, Duration.ofMillis(100))) {
            // With this type, the client sends the metadata of a call before its message.
            assertThat(open(api, HealthGrpc.getWatchMethod().toBuilder().setType(MethodType.BIDI_STREAMING).build())
                    .get().getCode())
                    .isEqualTo(Status.Code.DEADLINE_EXCEEDED);
        }
    }

    @Test
    void reflectionStreamsDoNotCountAsConcurrentCalls() {
        try (GrpcFixture api = start(1, Duration.ofSeconds(30))) {
            CompletableFuture<Status> first = open(api, ServerReflectionGrpc.getServerReflectionInfoMethod());
            assertThat(get(api).hasSession()).isTrue();
            assertThat(first).isNotDone();
        }
    }

    @Test
    void reflectionStreamsHaveTheirOwnLimit() throws Exception {
        try (GrpcFixture api = start(1, Duration.ofSeconds(30))) {
            List<CompletableFuture<Status>> streams = new ArrayList<>();
            for (int i = 0; i <= GrpcApi.REFLECTION_STREAMS; i++) {
                streams.add(open(api, ServerReflectionGrpc.getServerReflectionInfoMethod()));
            }
            CompletableFuture<Object> rejected = CompletableFuture
                    .anyOf(streams.toArray(new CompletableFuture<?>[0]));
            assertThat(((Status) rejected.get()).getDescription()).isEqualTo(TOO_MANY);
        }
    }

    @Test
    void reflectionStreamTimesOut() throws Exception {
        try (GrpcFixture api = start(1, Duration.ofMillis(100))) {
            Status end = open(api, ServerReflectionGrpc.getServerReflectionInfoMethod()).get();
            assertThat(end.getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            assertThat(end.getDescription()).isEqualTo("The stream lasted too long");
        }
    }

    @Test
    void openStreamsDoNotDelayTheStop() throws Exception {
        try (LoggedLines all = LoggedLines.of(Logger.ROOT_LOGGER_NAME, Level.WARN);
                GrpcFixture api = start(1, Duration.ofSeconds(30))) {
            Iterator<HealthCheckResponse> watch = watch(api, "");
            assertThat(watch.next().getStatus().name()).isEqualTo("SERVING");
            CompletableFuture<Status> reflection = open(api, ServerReflectionGrpc.getServerReflectionInfoMethod());
            assertThat(get(api).hasSession()).as("a later call on the same connection").isTrue();
            api.api().close();
            assertThat(all.rest()).as("warnings of aborted calls").isEmpty();
            assertThat(watch.next().getStatus().name()).isEqualTo("NOT_SERVING");
            assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(watch::hasNext)
                    .withMessage("UNAVAILABLE: The service is stopping");
            assertThat(reflection.get().getDescription()).isEqualTo("The service is stopping");
        }
    }

    private static GrpcFixture start(int maxConcurrent, Duration arrivalTime) {
        return GrpcFixture.start(new FailingSessions(OpenStreamLimitTest::session),
                GrpcFixture.settings(maxConcurrent, Duration.ZERO, 100, Duration.ofSeconds(30),
                        arrivalTime));
    }

    private static SessionV1 session() {
        return Fixtures.session("user", Fixtures.NOON);
    }

    private static Iterator<HealthCheckResponse> watch(GrpcFixture api, String service) {
        return ClientCalls.blockingServerStreamingCall(api.channel(), HealthGrpc.getWatchMethod(),
                CallOptions.DEFAULT, HealthCheckRequest.newBuilder().setService(service).build());
    }

    private static boolean canWatch(GrpcFixture api) {
        try {
            return watch(api, "").hasNext();
        } catch (StatusRuntimeException full) {
            return false;
        }
    }

    /** Opens a stream, sends nothing on it, and returns the status that it ends with. */
    private static <Q, A> CompletableFuture<Status> open(GrpcFixture api, MethodDescriptor<Q, A> method) {
        CompletableFuture<Status> end = new CompletableFuture<>();
        api.channel().newCall(method, CallOptions.DEFAULT).start(new ClientCall.Listener<>() {
            @Override
            public void onClose(Status status, Metadata trailers) {
                end.complete(status);
            }
        }, new Metadata());
        return end;
    }

    private static SessionObjectReply get(GrpcFixture api) {
        return api.typed("get_session_by_id", SessionIdRequest.newBuilder().setSessionId("x").build(),
                SessionObjectReply.getDefaultInstance());
    }
}
