package sessions.grpc.service;

import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages, and null for what is none: whoever listens can refuse that in words and in order, where an exception would
 * be a fault of the server to the library.
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
