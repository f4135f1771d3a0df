package sessions.grpc;

import io.grpc.MethodDescriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Sends raw bytes as messages, even malformed ones. With its type, the client sends a call's metadata before its
 * message.
 */
final class RawBytes implements MethodDescriptor.Marshaller<byte[]> {

    static final MethodDescriptor<byte[], byte[]> METHOD = MethodDescriptor.newBuilder(new RawBytes(), new RawBytes())
            .setType(MethodDescriptor.MethodType.CLIENT_STREAMING)
            .setFullMethodName("sessions_v1.Sessions/get_session_by_id")
            .build();

    @Override
    public InputStream stream(byte[] value) {
        return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
        try {
            return stream.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
