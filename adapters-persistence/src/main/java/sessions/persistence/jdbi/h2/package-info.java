/**
 * H2 embedded in the process: dialect, durability and backups. Entry:
 * {@link sessions.persistence.jdbi.h2.H2StoreProvider}.
 */
@NullMarked
package sessions.persistence.jdbi.h2;

import org.jspecify.annotations.NullMarked;
