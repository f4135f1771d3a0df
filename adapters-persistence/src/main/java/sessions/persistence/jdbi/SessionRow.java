package sessions.persistence.jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.Json;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;

/**
 * A row of the table {@code sessions}: times in milliseconds since 1970, the id as a UUID of the same 128 bits. Reading
 * repairs values that contradict each other, which only other programs write: one such row must not fail a list.
 */
public final class SessionRow {

    static final String COLUMNS_WITHOUT_CONTENT = "id, user_id, user_name, active, open_time, close_time, request_time,"
            + " address, client, version, expires_at";
    public static final String COLUMNS = COLUMNS_WITHOUT_CONTENT + ", user_content, data_content";
    /** The columns of a cursor. */
    static final String CURSOR = "open_time, id";
    /** Inserts a session, with {@link #parameters}. */
    public static final String INSERT = "insert into sessions (" + COLUMNS
            + ") values (:id, :user_id, :user_name, :active,"
            + " :open_time, :close_time, :request_time, :address, :client, :version, :expires_at, :user_content,"
            + " :data_content)";

    private static final long EXPIRY_BUCKET_MILLIS = 900_000;
    private static final int HALF = 16;
    private static final int HEX = 16;

    private SessionRow() {
    }

    public static SessionV1 read(ResultSet row) throws SQLException {
        return read(row, json(row.getString("user_content")), json(row.getString("data_content")));
    }

    static SessionV1 readWithoutContent(ResultSet row) throws SQLException {
        return read(row, null, null);
    }

    static SessionCursor readCursor(ResultSet row) throws SQLException {
        return new SessionCursor(Instant.ofEpochMilli(row.getLong("open_time")), id(row.getObject("id", UUID.class)));
    }

    private static SessionV1 read(ResultSet row, @Nullable Json user, @Nullable Json data) throws SQLException {
        boolean active = row.getBoolean("active");
        long openTime = row.getLong("open_time");
        long requestTime = Math.max(openTime, row.getLong("request_time"));
        return new SessionV1(id(row.getObject("id", UUID.class)), row.getString("user_id"), row.getString("user_name"),
                active, Instant.ofEpochMilli(openTime), active ? null : closeTime(row, requestTime),
                Instant.ofEpochMilli(requestTime), row.getString("address"), row.getString("client"),
                active ? user : null, active ? data : null, Math.max(1, row.getLong("version")),
                Instant.ofEpochMilli(row.getLong("expires_at")));
    }

    private static Instant closeTime(ResultSet row, long otherwise) throws SQLException {
        long closeTime = row.getLong("close_time");
        return Instant.ofEpochMilli(row.wasNull() ? otherwise : closeTime);
    }

    /** Returns the values for {@link #INSERT}, by parameter name. */
    public static Map<String, @Nullable Object> parameters(SessionV1 session) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", uuid(session.id()));
        values.put("user_id", session.userId());
        values.put("user_name", session.userName());
        values.put("active", session.active());
        values.put("open_time", session.openTime().toEpochMilli());
        values.put("close_time", session.closeTime() == null ? null : session.closeTime().toEpochMilli());
        values.put("request_time", session.requestTime().toEpochMilli());
        values.put("address", session.address());
        values.put("client", session.client());
        values.put("version", session.version());
        values.put("expires_at", session.expiresAt().toEpochMilli());
        values.put("user_content", session.user() == null ? null : session.user().text());
        values.put("data_content", session.data() == null ? null : session.data().text());
        return values;
    }

    /** Returns the value of the column {@code expiry_bucket} for an {@code expires_at}. */
    static long expiryBucket(long expiresAt) {
        return expiresAt / EXPIRY_BUCKET_MILLIS;
    }

    public static UUID uuid(SessionId id) {
        String hex = id.value();
        return new UUID(Long.parseUnsignedLong(hex, 0, HALF, HEX), Long.parseUnsignedLong(hex, HALF, 2 * HALF, HEX));
    }

    static SessionId id(UUID uuid) {
        return new SessionId(uuid.toString().replace("-", ""));
    }

    private static @Nullable Json json(@Nullable String text) {
        return text == null ? null : new Json(text);
    }
}
