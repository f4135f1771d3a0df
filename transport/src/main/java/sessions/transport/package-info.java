/**
 * Parts that all network APIs need and no server library provides: correlation ids, API keys in headers, bodies within
 * a limit.
 */
@NullMarked
package sessions.transport;

import org.jspecify.annotations.NullMarked;
