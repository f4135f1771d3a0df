/** Connections and TLS on Netty. */
@NullMarked
package sessions.grpc.netty;

import org.jspecify.annotations.NullMarked;
