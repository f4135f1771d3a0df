/** Values that are bound for the duration of a call. */
@NullMarked
package sessions.domain.call;

import org.jspecify.annotations.NullMarked;
