/** Stores sessions in memory. Entry: {@link sessions.persistence.memory.MemorySessionStore}. */
@NullMarked
package sessions.persistence.memory;

import org.jspecify.annotations.NullMarked;
