package sessions.persistence.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * What a removed session leaves: nothing, or where it was opened under a claim, its document with only the id and the
 * claim, until that is forgotten.
 */
final class Remains {

    /** The session leaves nothing. */
    static final Bson NONE = Filters.exists(Keys.CLAIM, false);

    /** The session leaves its claim. */
    static final Bson SOME = Filters.exists(Keys.CLAIM);

    /** Turns a session's document into what is left. */
    static final Bson LEAVE = Updates.combine(Stream.of(Keys.USER_ID, Keys.USER_NAME, Keys.ACTIVE, Keys.OPEN_TIME,
            Keys.CLOSE_TIME, Keys.REQUEST_TIME, Keys.ADDRESS, Keys.CLIENT, Keys.USER, Keys.DATA, Keys.VERSION,
            Keys.EXPIRES_AT, Keys.END_HOUR).map(Updates::unset).toList());

    private Remains() {
    }
}
