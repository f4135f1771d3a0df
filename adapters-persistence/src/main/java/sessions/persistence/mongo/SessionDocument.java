package sessions.persistence.mongo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.Json;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;

/** Converts between sessions and their documents, which this service or the original wrote. */
final class SessionDocument {

    private SessionDocument() {
    }

    /**
     * Returns the document of a session.
     *
     * @throws sessions.domain.error.InvalidDataException if BSON cannot represent the content
     */
    static BsonDocument of(SessionV1 session) {
        Instant closeTime = session.closeTime();
        BsonDocument document = new BsonDocument(DocumentKeys.ID, id(session.id()))
                .append(DocumentKeys.USER_ID, new BsonString(session.userId()))
                .append(DocumentKeys.USER_NAME, text(session.userName()))
                .append(DocumentKeys.ACTIVE, BsonBoolean.valueOf(session.active()))
                .append(DocumentKeys.OPEN_TIME, date(session.openTime()))
                .append(DocumentKeys.REQUEST_TIME, date(session.requestTime()))
                .append(DocumentKeys.ADDRESS, text(session.address()))
                .append(DocumentKeys.CLIENT, text(session.client()))
                .append(DocumentKeys.USER, content(DocumentKeys.USER, session.user()))
                .append(DocumentKeys.DATA, content(DocumentKeys.DATA, session.data()));
        if (closeTime != null) {
            document.append(DocumentKeys.CLOSE_TIME, date(closeTime));
        }
        return document.append(DocumentKeys.VERSION, new BsonInt64(session.version()))
                .append(DocumentKeys.EXPIRES_AT, date(session.expiresAt()))
                .append(DocumentKeys.END_HOUR, hour(closeTime == null ? session.expiresAt() : closeTime));
    }

    /**
     * Reads the session of a document, and repairs the original's omissions and errors.
     *
     * @param expiry determines when a session of the original expires
     * @return empty if the document is not a session but a tombstone or foreign
     */
    static Optional<SessionV1> read(BsonDocument document, ExpiryPolicy expiry) {
        BsonValue openTime = document.get(DocumentKeys.OPEN_TIME);
        Optional<SessionId> id = Optional.ofNullable(string(document, DocumentKeys.ID)).flatMap(SessionId::parse);
        return openTime instanceof BsonDateTime opened
                ? id.map(known -> read(known, inRange(opened), document, expiry))
                : Optional.empty();
    }

    private static SessionV1 read(SessionId id, Instant openTime, BsonDocument document, ExpiryPolicy expiry) {
        String userId = string(document, DocumentKeys.USER_ID);
        boolean active = BsonBoolean.TRUE.equals(document.get(DocumentKeys.ACTIVE));
        Instant requested = time(document, DocumentKeys.REQUEST_TIME, openTime);
        Instant requestTime = requested.isBefore(openTime) ? openTime : requested;
        Instant closeTime = active ? null : time(document, DocumentKeys.CLOSE_TIME, requestTime);
        Instant expiresAt = time(document, DocumentKeys.EXPIRES_AT,
                closeTime == null ? expiry.expiresAt(openTime, requestTime) : closeTime);
        return new SessionV1(id, userId == null ? "" : userId, string(document, DocumentKeys.USER_NAME), active,
                openTime,
                closeTime, requestTime, string(document, DocumentKeys.ADDRESS), string(document, DocumentKeys.CLIENT),
                active ? json(document.get(DocumentKeys.USER)) : null,
                active ? json(document.get(DocumentKeys.DATA)) : null,
                version(document), expiresAt);
    }

    /** Returns the version; 1 if it is absent or not a whole number. */
    static long version(BsonDocument document) {
        return switch (document.get(DocumentKeys.VERSION)) {
            case BsonInt32 number -> Math.max(1, number.longValue());
            case BsonInt64 number -> Math.max(1, number.longValue());
            case BsonDouble number -> Math.max(1, number.longValue());
            case null, default -> 1;
        };
    }

    /** Returns whether a document has the keys that this service adds to the original's. */
    static boolean isMigrated(BsonDocument document) {
        return document.containsKey(DocumentKeys.END_HOUR);
    }

    static SessionCursor cursor(BsonDocument document) {
        return new SessionCursor(instant(document.getDateTime(DocumentKeys.OPEN_TIME)),
                new SessionId(document.getString(DocumentKeys.ID).getValue()));
    }

    static BsonString id(SessionId id) {
        return new BsonString(id.value());
    }

    static BsonDateTime date(Instant time) {
        return new BsonDateTime(time.toEpochMilli());
    }

    /** Returns the start of a time's hour. */
    static BsonDateTime hour(Instant time) {
        return date(time.truncatedTo(ChronoUnit.HOURS));
    }

    static Instant instant(BsonDateTime date) {
        return Instant.ofEpochMilli(date.getValue());
    }

    /** Returns content as BSON: null if there is none, as the original writes it, and for JSON's null. */
    static BsonValue content(String field, @Nullable Json content) {
        return content == null ? BsonNull.VALUE : ContentReader.read(field, content);
    }

    private static BsonValue text(@Nullable String text) {
        return text == null ? BsonNull.VALUE : new BsonString(text);
    }

    private static @Nullable String string(BsonDocument document, String key) {
        return document.get(key) instanceof BsonString text ? text.getValue() : null;
    }

    private static Instant time(BsonDocument document, String key, Instant otherwise) {
        return document.get(key) instanceof BsonDateTime date ? inRange(date) : otherwise;
    }

    /** Only other programs write times beyond the range. */
    static Instant inRange(BsonDateTime date) {
        return Instant.ofEpochMilli(Math.clamp(date.getValue(), SessionV1.EARLIEST.toEpochMilli(),
                SessionV1.LATEST.toEpochMilli()));
    }

    private static @Nullable Json json(@Nullable BsonValue content) {
        return content == null || content.isNull() ? null : new Json(ContentWriter.write(content));
    }
}
