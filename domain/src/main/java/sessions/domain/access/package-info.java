/** Callers, their roles, the port that authenticates them, and the secrets and digests for it. */
@NullMarked
package sessions.domain.access;

import org.jspecify.annotations.NullMarked;
