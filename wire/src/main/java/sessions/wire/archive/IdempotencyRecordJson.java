package sessions.wire.archive;

import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionId;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.ResponseReader;
import sessions.wire.json.Utf8;
import sessions.wire.session.SessionJson;
import tools.jackson.core.JsonGenerator;

/** Idempotency records in files. */
public final class IdempotencyRecordJson {

    private IdempotencyRecordJson() {
    }

    /** Returns a separate record, with the session's id, in UTF-8. */
    public static byte[] toUtf8(IdempotencyRecord record) {
        return Utf8.encode(SessionJson.written(json -> {
            json.writeStartObject();
            json.writeStringProperty("session_id", record.sessionId().value());
            writeMembers(json, record);
            json.writeEndObject();
        }));
    }

    /**
     * Reads a separate record.
     *
     * @throws sessions.domain.error.InvalidDataException if the document is not a record
     * @throws sessions.domain.error.InvalidJsonException if it is not JSON
     */
    public static IdempotencyRecord read(String document) {
        ResponseReader members = ResponseReader.of(document);
        return read(members, members.required("session_id", StoredValue::id));
    }

    static IdempotencyRecord read(ResponseReader members, SessionId sessionId) {
        return new IdempotencyRecord(members.required("key", ArgumentReader::text),
                members.required("request_hash", ArgumentReader::text), sessionId,
                members.required("forgotten_at", StoredValue::time));
    }

    /** Writes all members except the session's id into an open object. */
    static void writeMembers(JsonGenerator json, IdempotencyRecord record) {
        json.writeStringProperty("key", record.key());
        json.writeStringProperty("request_hash", record.requestHash());
        json.writeStringProperty("forgotten_at", SessionJson.time(record.expiresAt()));
    }
}
