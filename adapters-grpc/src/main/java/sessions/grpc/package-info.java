/** The gRPC API of the contract: the typed and the generic service. Entry: {@link sessions.grpc.GrpcApi}. */
@NullMarked
package sessions.grpc;

import org.jspecify.annotations.NullMarked;

