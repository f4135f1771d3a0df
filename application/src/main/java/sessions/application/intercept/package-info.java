/**
 * Interceptors around the use cases, for every API: access control, audit, rate limits. Entry:
 * {@link sessions.application.intercept.InterceptedPorts}.
 */
@NullMarked
package sessions.application.intercept;

import org.jspecify.annotations.NullMarked;
