/**
 * Stores sessions in a SQL database with JDBI: everything that H2 and PostgreSQL share. Entry:
 * {@link sessions.persistence.jdbi.JdbiSessionStore}.
 */
@NullMarked
package sessions.persistence.jdbi;

import org.jspecify.annotations.NullMarked;
