package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.Message;
import commandable.InvokeReply;
import commandable.InvokeRequest;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sessions.application.access.IssuedKey;
import sessions.domain.Role;
import sessions.grpc.GrpcLimits;
import sessions.grpc.GrpcSettings;
import sessions.testkit.HttpCalls;
import sessions_v1.SessionEmptyReply;
import sessions_v1.SessionEmptyRequest;
import sessions_v1.SessionObjectReply;
import sessions_v1.SessionOpenRequest;

/** gRPC at the whole service. */
class GrpcTest {

    @Test
    void isNotServedUnlessItHasAPort() throws IOException {
        assertThat(ServiceFixture.settings().grpc()).isNull();
    }

    @Test
    void hasTheLimitsOfHttp() throws IOException {
        assertThat(ServiceFixture.settings("--grpc-port", "8090", "--max-body", "2KiB", "--max-header", "3KiB",
                "--max-concurrent", "4", "--longest-wait", "5s", "--max-connections", "6", "--idle-timeout", "7s",
                "--arrival-time", "8s", "--drain-time", "9s").grpc())
                .isEqualTo(new GrpcSettings("127.0.0.1", 8090, null,
                        new GrpcLimits(2 << 10, 3 << 10, 4, Duration.ofSeconds(5), 6, Duration.ofSeconds(7),
                                Duration.ofSeconds(8)),
                        Duration.ofSeconds(9)));
    }

    @Test
    void whatOneApiOpensTheOtherServes() throws IOException {
        try (RunningService service = start("--store", "memory:"); HttpCalls http = new HttpCalls(service.port())) {
            String id = open(service, null).getSession().getId();
            assertThat(http.get("/v2/sessions/" + id).body()).contains("\"user_id\":\"42\"");
            assertThat(http.get("/status").body()).contains("service-sessions:service:grpc:default:1.0",
                    "service-sessions:service:commandable-grpc:default:1.0");
        }
    }

    @Test
    void keysAndRolesAreThoseOfHttp() throws IOException {
        IssuedKey writer = IssuedKey.create("gateway", Role.WRITER, null);
        try (RunningService service = start("--store", "memory:", "--access-keys", writer.key().line())) {
            assertThat(open(service, null).getError().getCode()).isEqualTo("UNAUTHORIZED");
            assertThat(open(service, writer.secret()).hasSession()).isTrue();
            SessionEmptyReply reply = call(service, writer.secret(), "sessions_v1.Sessions/close_expired_sessions",
                    SessionEmptyRequest.getDefaultInstance(), SessionEmptyReply.getDefaultInstance());
            assertThat(reply.getError().getCode()).isEqualTo("FORBIDDEN");
            assertThat(reply.getError().getStatus()).isEqualTo("403");
            InvokeReply list = call(service, writer.secret(), "commandable.Commandable/invoke",
                    InvokeRequest.newBuilder().setMethod("v1/sessions.get_sessions").build(),
                    InvokeReply.getDefaultInstance());
            assertThat(list.getError().getStatus()).isEqualTo(403);
        }
    }

    @Test
    void anAddressThatIsTakenKeepsAllFromStarting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            ServiceSettings settings = ServiceFixture.settings("--store", "memory:", "--grpc-port",
                    Integer.toString(taken.getLocalPort()));
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> RunningService.start(settings, InstantSource.system()).close())
                    .withMessageStartingWith("Cannot listen on 127.0.0.1:" + taken.getLocalPort() + " for gRPC: ");
        }
    }

    @Test
    void whatIsNoPortIsNamed() {
        CommandRun run = CommandRun.ofServe(Map.of(), "--grpc-port", "65536");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("'--grpc-port'", "is not a port from 0 to 65535");
    }

    private static RunningService start(String... options) throws IOException {
        String[] all = Stream.concat(Stream.of(options), Stream.of("--grpc-port", "0")).toArray(String[]::new);
        return RunningService.start(ServiceFixture.settings(all), InstantSource.system());
    }

    private static SessionObjectReply open(RunningService service, @Nullable String key) {
        return call(service, key, "sessions_v1.Sessions/open_session",
                SessionOpenRequest.newBuilder().setUserId("42").build(), SessionObjectReply.getDefaultInstance());
    }

    private static <Q extends Message, A extends Message> A call(RunningService service, @Nullable String key,
            String method, Q request, A kindOfReply) {
        Metadata headers = new Metadata();
        if (key != null) {
            headers.put(Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER), key);
        }
        ManagedChannel connection = NettyChannelBuilder
                .forAddress("127.0.0.1", Objects.requireNonNull(service.apis().grpcPort())).usePlaintext()
                .intercept(MetadataUtils.newAttachHeadersInterceptor(headers)).build();
        try {
            return ClientCalls.blockingUnaryCall(connection, MethodDescriptor
                    .<Q, A>newBuilder(ProtoUtils.marshaller(request), ProtoUtils.marshaller(kindOfReply))
                    .setType(MethodDescriptor.MethodType.UNARY).setFullMethodName(method).build(), CallOptions.DEFAULT,
                    request);
        } finally {
            connection.shutdownNow();
        }
    }
}
