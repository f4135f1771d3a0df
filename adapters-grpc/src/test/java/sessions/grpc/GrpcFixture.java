package sessions.grpc;

import com.google.protobuf.Message;
import commandable.InvokeReply;
import commandable.InvokeRequest;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import sessions.application.ServiceInfo;
import sessions.application.SessionRules;
import sessions.application.UseCases;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.port.driving.ISessionsV1;
import sessions.domain.telemetry.Telemetry;
import sessions.grpc.service.GenericSessionsService;
import sessions.grpc.service.TypedSessionsService;
import sessions.grpc.service.UnaryServiceBuilder;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.port.ResourcesContract;
import sessions.testkit.port.SessionsContract;
import sessions.transport.ConnectionLimits;
import sessions.transport.RequestLimits;
import sessions.transport.ServerSettings;
import sessions.wire.mergepatch.JsonMergePatch;

/** The gRPC API on a free port, in front of a service that the test chooses, and a client connection to it. */
final class GrpcFixture implements AutoCloseable {

    static final int MAX_MESSAGE = 100_000;

    /** The settings of most tests; none of their limits is reached. */
    static final ServerSettings SETTINGS = settings(100, Duration.ofSeconds(20), 100, Duration.ofSeconds(30),
            Duration.ofSeconds(30));

    private final GrpcApi api;
    private final ManagedChannel connection;
    private final Channel channel;

    private GrpcFixture(GrpcApi api, String... headers) {
        this.api = api;
        connection = NettyChannelBuilder.forAddress("127.0.0.1", api.port()).usePlaintext()
                .maxInboundMetadataSize(1 << 20).build();
        channel = with(headers);
    }

    static GrpcFixture start(SettableClock clock) {
        return start(ports(clock), Authenticator.ALLOW_ALL);
    }

    /**
     * Starts the API with a given implementation of the contract. Commands that change one session do not use it, but the
     * real service.
     */
    static GrpcFixture start(ISessionsV1 sessions, ServerSettings settings) {
        return start(ports(sessions), Authenticator.ALLOW_ALL, settings, Telemetry.NONE);
    }

    /** @param headers names and values of the metadata of every call */
    static GrpcFixture start(DrivingPorts ports, Authenticator authenticator, String... headers) {
        return start(ports, authenticator, SETTINGS, Telemetry.NONE, headers);
    }

    static GrpcFixture start(DrivingPorts ports, Authenticator authenticator, ServerSettings settings,
            Telemetry telemetry,
            String... headers) {
        try {
            return new GrpcFixture(GrpcApi.start(settings,
                    ports, authenticator, telemetry), headers);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static ServerSettings settings(int maxConcurrent, Duration longestWait, int connections, Duration idleTimeout,
            Duration arrivalTime) {
        return ServerSettings.local(Duration.ofSeconds(20))
                .withRequests(new RequestLimits(MAX_MESSAGE, 8 << 10, maxConcurrent, longestWait))
                .withConnections(new ConnectionLimits(connections, idleTimeout, arrivalTime, 10_000));
    }

    static DrivingPorts ports(ISessionsV1 sessions) {
        DrivingPorts service = ports(new SettableClock(Fixtures.NOON));
        return new DrivingPorts(sessions, service.resources(), service.admin(), service.monitoring());
    }

    /** Creates the real service on the memory store. */
    static DrivingPorts ports(SettableClock clock) {
        return UseCases.on(new MemorySessionStore(), clock,
                new SessionRules(Fixtures.ONE_HOUR, SessionsContract.MAX_PAGE_SIZE, Duration.ZERO, false,
                        ResourcesContract.IDEMPOTENCY_WINDOW),
                new JsonMergePatch(MAX_MESSAGE),
                new ServiceInfo("host", "sessions", "For tests", Fixtures.NOON, Map.of(), List.of("a:b:c:d:1.0")));
    }

    /** Opens another client connection to the same API. Closing either fixture closes the API. */
    GrpcFixture newConnection() {
        return new GrpcFixture(api);
    }

    GrpcApi api() {
        return api;
    }

    int port() {
        return api.port();
    }

    Channel channel() {
        return channel;
    }

    /** Returns the same connection with other metadata for each call. */
    Channel with(String... headers) {
        Metadata metadata = new Metadata();
        for (int i = 0; i < headers.length; i += 2) {
            metadata.put(Metadata.Key.of(headers[i], Metadata.ASCII_STRING_MARSHALLER), headers[i + 1]);
        }
        return ClientInterceptors.intercept(connection, MetadataUtils.newAttachHeadersInterceptor(metadata));
    }

    /** Calls a method of the typed service. */
    <A extends Message> A typed(String method, Message request, A replyType) {
        return typed(channel, CallOptions.DEFAULT, method, request, replyType);
    }

    static <A extends Message> A typed(Channel channel, CallOptions options, String method, Message request,
            A replyType) {
        return ClientCalls.blockingUnaryCall(channel,
                UnaryServiceBuilder.method(TypedSessionsService.SERVICE, method, request, replyType), options,
                request);
    }

    /** Calls a command through the generic service. */
    InvokeReply invoke(String command, String arguments) {
        return invoke(channel, InvokeRequest.newBuilder().setMethod("v1/sessions." + command)
                .setCorrelationId(SessionsContract.CORRELATION_ID).setArgsJson(arguments).build());
    }

    static InvokeReply invoke(Channel channel, InvokeRequest request) {
        return ClientCalls.blockingUnaryCall(channel,
                UnaryServiceBuilder.method(GenericSessionsService.SERVICE, "invoke",
                        request, InvokeReply.getDefaultInstance()),
                CallOptions.DEFAULT, request);
    }

    /** Closes the client connection, but not the API. */
    void disconnect() {
        connection.shutdownNow();
    }

    @Override
    public void close() {
        disconnect();
        api.close();
    }
}
