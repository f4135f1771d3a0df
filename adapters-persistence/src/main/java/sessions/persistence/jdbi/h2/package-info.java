/** H2 embedded in the process: its dialect, durability, backups. */
@NullMarked
package sessions.persistence.jdbi.h2;

import org.jspecify.annotations.NullMarked;
