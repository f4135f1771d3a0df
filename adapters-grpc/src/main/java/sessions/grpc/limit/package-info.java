/** Interceptors that enforce limits on calls and streams. */
@NullMarked
package sessions.grpc.limit;

import org.jspecify.annotations.NullMarked;
