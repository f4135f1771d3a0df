/**
 * User sessions: the {@link sessions.domain.SessionV1} aggregate, the {@link sessions.domain.DrivingPorts},
 * the driven ports {@link sessions.domain.SessionStore} and {@link sessions.domain.MergePatch}, and the errors. Depends
 * on the JDK only; every type is immutable.
 */
@NullMarked
package sessions.domain;

import org.jspecify.annotations.NullMarked;
