/** PostgreSQL and its distributed kin. */
@NullMarked
package sessions.persistence.jdbi.postgres;

import org.jspecify.annotations.NullMarked;
