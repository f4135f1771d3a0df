package sessions.persistence.jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A position in the order in which sweeps go through active sessions.
 *
 * @param bucket the session's {@link SessionRow#expiryBucket}
 * @param id its id
 */
record ExpiryCursor(long bucket, UUID id) {

    /** Before all sessions. */
    static final ExpiryCursor START = new ExpiryCursor(Long.MIN_VALUE, new UUID(0, 0));

    static ExpiryCursor read(ResultSet row) throws SQLException {
        return new ExpiryCursor(row.getLong("expiry_bucket"), row.getObject("id", UUID.class));
    }
}
