package sessions.persistence.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.conversions.Bson;

/**
 * The indexes that the queries need. MongoDB builds them while others read and write, and creating one that is there does
 * nothing.
 */
final class SessionIndexes {

    private static final List<IndexModel> ALL = List.of(
            index("sessions_newest", Indexes.descending(Keys.OPEN_TIME, Keys.ID)),
            index("sessions_of_user", Indexes.compoundIndex(Indexes.ascending(Keys.USER_ID),
                    Indexes.descending(Keys.OPEN_TIME, Keys.ID))),
            // Apart from the next, because of all that ended only a few are still to be swept.
            new IndexModel(Indexes.ascending(Keys.END_HOUR), named("sessions_active_by_end")
                    .partialFilterExpression(Filters.eq(Keys.ACTIVE, true))),
            // The open time tells documents of the original, which have no end hour, from what is left of removed ones.
            index("sessions_by_end", Indexes.ascending(Keys.END_HOUR, Keys.OPEN_TIME)),
            new IndexModel(Indexes.ascending(Keys.CLAIM_KEY), named("claims").unique(true).sparse(true)),
            new IndexModel(Indexes.ascending(Keys.CLAIM_FORGOTTEN_AT), named("claims_forgotten").sparse(true)));

    private SessionIndexes() {
    }

    static void create(Database database) {
        database.run("create its indexes", sessions -> sessions.createIndexes(ALL));
    }

    private static IndexModel index(String name, Bson keys) {
        return new IndexModel(keys, named(name));
    }

    private static IndexOptions named(String name) {
        return new IndexOptions().name(name);
    }
}
