package sessions.benchmarks.load;

import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import java.util.function.Predicate;

/**
 * Sends the same request over one connection of the gRPC client, which uses more CPU than raw bytes on a socket.
 *
 * @param expected checks a reply
 */
public record RepeatedGrpcCall<Q extends Message, A extends Message>(ManagedChannel connection,
        MethodDescriptor<Q, A> method,
        Q request, Predicate<A> expected) implements RepeatedCall {

    /**
     * Connects to this machine.
     *
     * @param kindOfReply any message of the reply's type
     */
    public static <Q extends Message, A extends Message> RepeatedGrpcCall<Q, A> connect(int port,
            ServiceDescriptor service,
            String method, Q request, A kindOfReply, Predicate<A> expected) {
        return new RepeatedGrpcCall<>(
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().directExecutor().build(),
                unary(service, method, request, kindOfReply), request, expected);
    }

    private static <Q extends Message, A extends Message> MethodDescriptor<Q, A> unary(ServiceDescriptor service,
            String method, Q kindOfRequest, A kindOfReply) {
        return MethodDescriptor.newBuilder(ProtoUtils.marshaller(kindOfRequest), ProtoUtils.marshaller(kindOfReply))
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(service.getFullName(), method)).build();
    }

    @Override
    public void ask() {
        A reply = ClientCalls.blockingUnaryCall(connection, method, CallOptions.DEFAULT, request);
        if (!expected.test(reply)) {
            throw new IllegalStateException("unexpected response: " + reply);
        }
    }

    @Override
    public void close() {
        connection.shutdownNow();
    }
}
