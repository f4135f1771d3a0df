/**
 * Sessions in a SQL database, by JDBI: H2 embedded in the process, or PostgreSQL and its distributed kin. Entry:
 * {@link sessions.persistence.jdbi.JdbiSessionStore}.
 */
@NullMarked
package sessions.persistence.jdbi;

import org.jspecify.annotations.NullMarked;

