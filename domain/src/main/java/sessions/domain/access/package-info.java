/**
 * Who is calling: callers, their roles, and the port that authenticates them; the secrets and digests that this
 * needs.
 */
@NullMarked
package sessions.domain.access;

import org.jspecify.annotations.NullMarked;
