package sessions.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.CallOptions;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.access.Authenticator;
import sessions.domain.access.Caller;
import sessions.domain.access.Role;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.UnauthorizedException;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.port.driving.Health;
import sessions.domain.port.driving.Monitoring;
import sessions.domain.port.driving.ServiceStatus;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;

/** gRPC's own services: health and reflection. */
@Timeout(60)
class GrpcHealthTest {

    private static final Authenticator BY_KEY = (_, key, address) -> {
        if (!"key".equals(key)) {
            throw new UnauthorizedException(ErrorCode.UNAUTHORIZED, "A key is needed");
        }
        return new Caller("gateway", Role.READER, address);
    };

    private final DrivingPorts ports = GrpcFixture.ports(new SettableClock(Fixtures.NOON));

    @ParameterizedTest
    @ValueSource(strings = {"", "sessions_v1.Sessions", "commandable.Commandable"})
    void healthOfServerAndServicesNeedsNoKey(String service) {
        try (GrpcFixture api = GrpcFixture.start(ports, BY_KEY)) {
            assertThat(check(api, service)).isEqualTo("SERVING");
        }
    }

    @Test
    void watchReportsChangesAndTheStop() {
        AtomicReference<String> trouble = new AtomicReference<>("none yet");
        try (GrpcFixture api = GrpcFixture.start(monitoredBy(
                () -> new Health(List.of(new Health.Check("store", trouble.get())))), BY_KEY)) {
            Iterator<HealthCheckResponse> responses = watch(api);
            assertThat(responses.next().getStatus().name()).isEqualTo("NOT_SERVING");
            trouble.set(null);
            assertThat(responses.next().getStatus().name()).isEqualTo("SERVING");
            api.api().stopAccepting();
            assertThat(responses.next().getStatus().name()).isEqualTo("NOT_SERVING");
        }
    }

    @Test
    void readinessIsCheckedAgainAfterAnError() {
        AtomicBoolean fails = new AtomicBoolean();
        try (GrpcFixture api = GrpcFixture.start(monitoredBy(() -> {
            if (fails.get()) {
                throw new StackOverflowError("made by a test");
            }
            return new Health(List.of());
        }), BY_KEY)) {
            Iterator<HealthCheckResponse> responses = watch(api);
            assertThat(responses.next().getStatus().name()).isEqualTo("SERVING");
            fails.set(true);
            assertThat(responses.next().getStatus().name()).isEqualTo("NOT_SERVING");
            fails.set(false);
            assertThat(responses.next().getStatus().name()).isEqualTo("SERVING");
        }
    }

    private static Iterator<HealthCheckResponse> watch(GrpcFixture api) {
        return ClientCalls.blockingServerStreamingCall(api.channel(), HealthGrpc.getWatchMethod(), CallOptions.DEFAULT,
                HealthCheckRequest.getDefaultInstance());
    }

    private DrivingPorts monitoredBy(Supplier<Health> readiness) {
        Monitoring monitoring = ports.monitoring();
        Monitoring changing = new Monitoring() {
            @Override
            public Instant heartbeat(String correlationId) {
                return monitoring.heartbeat(correlationId);
            }

            @Override
            public Health readiness(String correlationId) {
                return readiness.get();
            }

            @Override
            public ServiceStatus status(String correlationId) {
                return monitoring.status(correlationId);
            }
        };
        return new DrivingPorts(ports.sessions(), ports.resources(), ports.admin(), changing);
    }

    @Test
    void reflectionDescribesBothServices() throws Exception {
        try (GrpcFixture api = GrpcFixture.start(ports, BY_KEY, "x-api-key", "key")) {
            assertThat(reflect(api, ServerReflectionRequest.newBuilder().setListServices("").build())
                    .getListServicesResponse().getServiceList()).extracting("name")
                    .contains("sessions_v1.Sessions", "commandable.Commandable", "grpc.health.v1.Health");
            for (String service : List.of("sessions_v1.Sessions", "commandable.Commandable")) {
                assertThat(reflect(api, ServerReflectionRequest.newBuilder().setFileContainingSymbol(service).build())
                        .getFileDescriptorResponse().getFileDescriptorProtoCount()).isEqualTo(1);
            }
        }
    }

    @Test
    void reflectionNeedsAKey() {
        try (GrpcFixture api = GrpcFixture.start(ports, BY_KEY)) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(
                            () -> reflect(api, ServerReflectionRequest.newBuilder().setListServices("").build()))
                    .withCauseInstanceOf(StatusRuntimeException.class)
                    .withMessageContaining("UNAUTHENTICATED: A key is needed");
        }
    }

    private static ServerReflectionResponse reflect(GrpcFixture api, ServerReflectionRequest request)
            throws InterruptedException, ExecutionException {
        CompletableFuture<ServerReflectionResponse> pending = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> requests = ClientCalls.asyncBidiStreamingCall(
                api.channel().newCall(ServerReflectionGrpc.getServerReflectionInfoMethod(), CallOptions.DEFAULT),
                new StreamObserver<>() {
                    @Override
                    public void onNext(ServerReflectionResponse value) {
                        pending.complete(value);
                    }

                    @Override
                    public void onError(Throwable failed) {
                        pending.completeExceptionally(failed);
                    }

                    @Override
                    public void onCompleted() {
                        pending.completeExceptionally(new AssertionError("no response"));
                    }
                });
        requests.onNext(request);
        ServerReflectionResponse response = pending.get();
        requests.onCompleted();
        return response;
    }

    static String check(GrpcFixture api, String service) {
        return ClientCalls.blockingUnaryCall(api.channel(), HealthGrpc.getCheckMethod(), CallOptions.DEFAULT,
                HealthCheckRequest.newBuilder().setService(service).build()).getStatus().name();
    }
}
