/** Handling common to all calls: authentication, errors, access log, calls in flight. */
@NullMarked
package sessions.grpc.call;

import org.jspecify.annotations.NullMarked;
