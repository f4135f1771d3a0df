package sessions.persistence.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * What a removed session leaves: nothing, or where it was opened under a claim, its document with only the id and the
 * claim, until that is forgotten.
 */
final class ClaimTombstone {

    /** The session leaves nothing. */
    static final Bson NONE = Filters.exists(DocumentKeys.CLAIM, false);

    /** The session leaves its claim. */
    static final Bson SOME = Filters.exists(DocumentKeys.CLAIM);

    /** Turns a session's document into what is left. */
    static final Bson LEAVE = Updates.combine(
            Stream.of(DocumentKeys.USER_ID, DocumentKeys.USER_NAME, DocumentKeys.ACTIVE, DocumentKeys.OPEN_TIME,
                    DocumentKeys.CLOSE_TIME, DocumentKeys.REQUEST_TIME, DocumentKeys.ADDRESS, DocumentKeys.CLIENT,
                    DocumentKeys.USER, DocumentKeys.DATA, DocumentKeys.VERSION,
                    DocumentKeys.EXPIRES_AT, DocumentKeys.END_HOUR).map(Updates::unset).toList());

    private ClaimTombstone() {
    }
}
