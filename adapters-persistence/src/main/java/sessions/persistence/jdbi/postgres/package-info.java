/**
 * PostgreSQL and databases that use its protocol. Entry:
 * {@link sessions.persistence.jdbi.postgres.PostgresStoreProvider}.
 */
@NullMarked
package sessions.persistence.jdbi.postgres;

import org.jspecify.annotations.NullMarked;
