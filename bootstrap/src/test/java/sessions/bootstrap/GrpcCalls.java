package sessions.bootstrap;

import com.google.protobuf.Descriptors;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import commandable.InvokeReply;
import commandable.InvokeRequest;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.util.Map;
import java.util.Objects;
import sessions.bootstrap.service.RunningService;
import sessions_v1.SessionObjectReply;
import sessions_v1.SessionOpenRequest;
import sessions_v1.SessionsProto;

/** A caller of a service's gRPC API. */
final class GrpcCalls implements AutoCloseable {

    private static final Descriptors.ServiceDescriptor TYPED = SessionsProto.getDescriptor()
            .findServiceByName("Sessions");

    private final ManagedChannel connection;

    GrpcCalls(RunningService service) {
        connection = NettyChannelBuilder
                .forAddress("127.0.0.1", Objects.requireNonNull(service.apis().grpcPort())).usePlaintext().build();
    }

    /** @param headers the metadata of the call */
    <Q extends Message, A extends Message> A call(String method, Q request, A kindOfReply,
            Map<String, String> headers) {
        Metadata metadata = new Metadata();
        headers.forEach((name, value) -> metadata.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
        return ClientCalls.blockingUnaryCall(
                ClientInterceptors.intercept(connection, MetadataUtils.newAttachHeadersInterceptor(metadata)),
                MethodDescriptor.<Q, A>newBuilder(ProtoUtils.marshaller(request), ProtoUtils.marshaller(kindOfReply))
                        .setType(MethodDescriptor.MethodType.UNARY).setFullMethodName(method).build(),
                CallOptions.DEFAULT, request);
    }

    /**
     * Calls a method of the typed service.
     *
     * @param arguments the arguments; those that the method does not take are omitted
     * @return the error of the reply, or an empty one
     */
    DynamicMessage errorOfTyped(String command, Map<String, String> arguments, Map<String, String> headers) {
        Descriptors.MethodDescriptor method = TYPED.findMethodByName(command);
        DynamicMessage.Builder request = DynamicMessage.newBuilder(method.getInputType());
        method.getInputType().getFields().stream().filter(field -> arguments.containsKey(field.getName()))
                .forEach(field -> request.setField(field, arguments.get(field.getName())));
        DynamicMessage reply = call(TYPED.getFullName() + "/" + command, request.build(),
                DynamicMessage.getDefaultInstance(method.getOutputType()), headers);
        return (DynamicMessage) reply.getField(method.getOutputType().findFieldByName("error"));
    }

    /** Opens a session of the user {@code 42} by the typed service. */
    SessionObjectReply open(Map<String, String> headers) {
        return call("sessions_v1.Sessions/open_session", SessionOpenRequest.newBuilder().setUserId("42").build(),
                SessionObjectReply.getDefaultInstance(), headers);
    }

    /** Calls a command by the generic service. */
    InvokeReply invoke(String command, String arguments, Map<String, String> headers) {
        return call("commandable.Commandable/invoke",
                InvokeRequest.newBuilder().setMethod("v1/sessions." + command).setArgsJson(arguments).build(),
                InvokeReply.getDefaultInstance(), headers);
    }

    /** Returns the health that the service reports. */
    HealthCheckResponse.ServingStatus health() {
        return call("grpc.health.v1.Health/Check", HealthCheckRequest.getDefaultInstance(),
                HealthCheckResponse.getDefaultInstance(), Map.of()).getStatus();
    }

    /** Returns the text of a field of a message without a generated class. */
    static String text(Message message, String field) {
        return (String) message.getField(message.getDescriptorForType().findFieldByName(field));
    }

    @Override
    public void close() {
        connection.shutdownNow();
    }
}
