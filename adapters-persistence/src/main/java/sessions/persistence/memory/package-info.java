/** Sessions in the memory of the process. Entry: {@link sessions.persistence.memory.MemorySessionStore}. */
@NullMarked
package sessions.persistence.memory;

import org.jspecify.annotations.NullMarked;

