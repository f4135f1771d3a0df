package sessions.grpc.service;

import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Parses messages; a malformed message becomes null. The call's listener can then reject it with a proper status,
 * whereas the gRPC library would treat an exception as a fault of the server.
 */
record NullableMarshaller<T>(MethodDescriptor.Marshaller<T> messages) implements MethodDescriptor.Marshaller<T> {

    @Override
    public InputStream stream(T message) {
        return messages.stream(message);
    }

    @Override
    public @Nullable T parse(InputStream bytes) {
        try {
            return messages.parse(bytes);
        } catch (StatusRuntimeException unreadable) {
            return null;
        }
    }
}
