/** Sessions in a SQL database, by JDBI: what H2 and PostgreSQL share. */
@NullMarked
package sessions.persistence.jdbi;

import org.jspecify.annotations.NullMarked;
