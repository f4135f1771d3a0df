/** Sessions in the memory of the process. */
@NullMarked
package sessions.persistence.memory;

import org.jspecify.annotations.NullMarked;
