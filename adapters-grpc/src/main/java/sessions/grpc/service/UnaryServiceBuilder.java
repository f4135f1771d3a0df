package sessions.grpc.service;

import com.google.protobuf.Descriptors;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoFileDescriptorSupplier;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the definition of a service from its {@code .proto} description and a handler per method. All methods are
 * unary. It replaces generated code.
 */
public final class UnaryServiceBuilder {

    private final Descriptors.ServiceDescriptor description;
    private final List<ServerMethodDefinition<?, ?>> methods = new ArrayList<>();

    UnaryServiceBuilder(Descriptors.ServiceDescriptor description) {
        this.description = description;
    }

    /**
     * Returns the descriptor of a method, for clients and servers.
     *
     * @param request any instance of the request type
     * @param reply any instance of the reply type
     */
    public static <Q extends Message, A extends Message> MethodDescriptor<Q, A> method(
            Descriptors.ServiceDescriptor service, String name, Q request, A reply) {
        return MethodDescriptor
                .<Q, A>newBuilder(new NullableMarshaller<>(ProtoUtils.marshaller(request)),
                        ProtoUtils.marshaller(reply))
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(service.getFullName(), name)).build();
    }

    <Q extends Message, A extends Message> UnaryServiceBuilder with(String name, Q request, A reply,
            ServerCalls.UnaryMethod<Q, A> handler) {
        methods.add(ServerMethodDefinition.create(method(description, name, request, reply),
                ServerCalls.asyncUnaryCall(handler)));
        return this;
    }

    ServerServiceDefinition definition() {
        ProtoFileDescriptorSupplier file = this::file;
        ServiceDescriptor.Builder service = ServiceDescriptor.newBuilder(description.getFullName())
                .setSchemaDescriptor(file);
        methods.forEach(method -> service.addMethod(method.getMethodDescriptor()));
        ServerServiceDefinition.Builder definition = ServerServiceDefinition.builder(service.build());
        methods.forEach(definition::addMethod);
        return definition.build();
    }

    /** Returns the file descriptor, which reflection needs. */
    private FileDescriptor file() {
        return description.getFile();
    }
}
