package sessions.wire.archive;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionV1;
import sessions.wire.json.ResponseReader;
import sessions.wire.json.Utf8;
import sessions.wire.session.SessionJson;

/**
 * A session as stored in files and dumps: with the contract's keys, in the form of the original service. Sessions
 * stored by this service also have {@code version}, {@code expires_at} and {@code opening_claim}.
 *
 * @param normalised the corrections that were made; empty if none
 * @param record the idempotency record, or null
 */
public record StoredSession(SessionV1 session, Set<Normalisation> normalised, @Nullable IdempotencyRecord record) {

    /** The names of its members. */
    static final Set<String> KEYS = Set.of("_id", "id", "user_id", "user_name", "active", "open_time", "request_time",
            "address", "client", "user", "data", "close_time", "version", "expires_at", "opening_claim");

    public StoredSession {
        normalised = Set.copyOf(normalised);
    }

    /**
     * Reads a document. Unknown members are ignored, {@code _id} is used if there is no {@code id}, and times may also
     * be in MongoDB Extended JSON.
     *
     * @param expiry determines the expiry if the document has none
     * @throws sessions.domain.error.InvalidDataException if it cannot be a session; names the invalid member
     * @throws sessions.domain.error.InvalidJsonException if it is not JSON
     */
    public static StoredSession read(String document, ExpiryPolicy expiry) {
        return new StoredSessionReader(ResponseReader.of(document)).read(expiry);
    }

    /** Returns the same with the expiry recomputed, see {@link SessionV1#renewed}. */
    public StoredSession renewed(ExpiryPolicy expiry) {
        return new StoredSession(session.renewed(expiry), normalised, record);
    }

    /**
     * Returns the document in UTF-8. Content is unchanged, except that JSON null and no content become the same.
     *
     * @param record the idempotency record, or null
     */
    public static byte[] toUtf8(SessionV1 session, @Nullable IdempotencyRecord record) {
        return Utf8.encodeEscaped(SessionJson.written(json -> {
            json.writeStartObject();
            SessionJson.writeMembers(json, session, true);
            json.writeNumberProperty("version", session.version());
            json.writeStringProperty("expires_at", SessionJson.time(session.expiresAt()));
            if (record != null) {
                json.writeName("opening_claim").writeStartObject();
                IdempotencyRecordJson.writeMembers(json, record);
                json.writeEndObject();
            }
            json.writeEndObject();
        }));
    }
}
