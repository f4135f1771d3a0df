package sessions.persistence.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * Conditions and update for removed sessions. If a session was opened with an idempotency key, its document stays as a
 * tombstone with only id and idempotency record until the record expires. Otherwise nothing stays.
 */
final class Tombstone {

    /** The session has no record, so its document can be deleted. */
    static final Bson NOT_NEEDED = Filters.exists(DocumentKeys.CLAIM, false);

    /** The session has a record, so its document becomes a tombstone. */
    static final Bson NEEDED = Filters.exists(DocumentKeys.CLAIM);

    /** Turns a session's document into a tombstone. */
    static final Bson LEAVE = Updates.combine(
            Stream.of(DocumentKeys.USER_ID, DocumentKeys.USER_NAME, DocumentKeys.ACTIVE, DocumentKeys.OPEN_TIME,
                    DocumentKeys.CLOSE_TIME, DocumentKeys.REQUEST_TIME, DocumentKeys.ADDRESS, DocumentKeys.CLIENT,
                    DocumentKeys.USER, DocumentKeys.DATA, DocumentKeys.VERSION,
                    DocumentKeys.EXPIRES_AT, DocumentKeys.END_HOUR).map(Updates::unset).toList());

    private Tombstone() {
    }
}
