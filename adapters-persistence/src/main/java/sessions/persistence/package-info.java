/** What the stores have in common. */
@NullMarked
package sessions.persistence;

import org.jspecify.annotations.NullMarked;

