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
 * A session as files and dumps hold it: with the contract's keys, as the service that the contract was recorded from stores
 * it, and with {@code version}, {@code expires_at} and {@code opening_claim} where it was stored by this one.
 *
 * @param normalised what was put right in it; empty where nothing was
 * @param record the claim that it was opened under, or null
 */
public record StoredSession(SessionV1 session, Set<Normalisation> normalised, @Nullable IdempotencyRecord record) {

    /** The names of its members. */
    static final Set<String> KEYS = Set.of("_id", "id", "user_id", "user_name", "active", "open_time", "request_time",
            "address", "client", "user", "data", "close_time", "version", "expires_at", "opening_claim");

    public StoredSession {
        normalised = Set.copyOf(normalised);
    }

    /**
     * Reads a document. Members that are unknown are passed over, {@code _id} counts where there is no {@code id}, and
     * times may also be MongoDB's extended JSON.
     *
     * @param expiry says when the session ends where the document does not
     * @throws sessions.domain.error.InvalidDataException where it cannot be a session; names the member at fault
     * @throws sessions.domain.error.InvalidJsonException where it is no JSON
     */
    public static StoredSession read(String document, ExpiryPolicy expiry) {
        return new StoredSessionReader(ResponseReader.of(document)).read(expiry);
    }

    /** The same with its end computed anew, see {@link SessionV1#renewed}. */
    public StoredSession renewed(ExpiryPolicy expiry) {
        return new StoredSession(session.renewed(expiry), normalised, record);
    }

    /**
     * Writes a document in UTF-8. Content is in it as it is, but that JSON's null and no content look the same.
     *
     * @param record the claim that the session was opened under, or null
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
