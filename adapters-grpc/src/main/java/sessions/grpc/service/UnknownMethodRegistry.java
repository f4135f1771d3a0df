package sessions.grpc.service;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Rejects calls of unknown methods. The access log shows {@code -} instead of their names, which callers can choose
 * freely.
 */
public final class UnknownMethodRegistry extends HandlerRegistry {

    private static final MethodDescriptor<byte[], byte[]> METHOD = MethodDescriptor
            .newBuilder(new Unread(), new Unread()).setType(MethodDescriptor.MethodType.UNKNOWN).setFullMethodName("-")
            .build();

    private static final ServerMethodDefinition<byte[], byte[]> REJECTION = ServerMethodDefinition.create(METHOD,
            (call, _) -> reject(call));

    @Override
    public ServerMethodDefinition<?, ?> lookupMethod(String methodName, @Nullable String authority) {
        return REJECTION;
    }

    private static ServerCall.Listener<byte[]> reject(ServerCall<byte[], byte[]> call) {
        call.close(Status.UNIMPLEMENTED.withDescription("There is no such method"), new Metadata());
        return new ServerCall.Listener<>() {
        };
    }

    private static final class Unread implements MethodDescriptor.Marshaller<byte[]> {

        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            return new byte[0];
        }
    }
}
