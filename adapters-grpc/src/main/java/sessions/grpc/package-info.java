/** The contract's gRPC API: the typed and the generic service. Entry: {@link sessions.grpc.GrpcApi}. */
@NullMarked
package sessions.grpc;

import org.jspecify.annotations.NullMarked;
