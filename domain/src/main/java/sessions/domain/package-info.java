/**
 * User sessions: the {@link sessions.domain.SessionV1} aggregate, the driving port {@link sessions.domain.ISessionsV1},
 * the driven ports {@link sessions.domain.SessionStore} and {@link sessions.domain.MergePatch}, and the errors. Depends
 * on the JDK only; every type is immutable.
 */
@NullMarked
package sessions.domain;

import org.jspecify.annotations.NullMarked;
