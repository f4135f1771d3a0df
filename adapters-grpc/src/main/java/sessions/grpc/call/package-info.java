/** What holds for every call: authentication, errors, the access log, calls in flight. */
@NullMarked
package sessions.grpc.call;

import org.jspecify.annotations.NullMarked;
