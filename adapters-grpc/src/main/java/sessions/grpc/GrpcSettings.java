package sessions.grpc;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the gRPC API listens.
 *
 * @param host name or address of the interface to listen on
 * @param port its port, or 0 for any free one
 * @param tls certificate and key, or null for connections that are not encrypted
 * @param limits what callers may take
 * @param drainTime how long a stop waits for the calls under way
 */
public record GrpcSettings(String host, int port, @Nullable GrpcTls tls, GrpcLimits limits, Duration drainTime) {
}
