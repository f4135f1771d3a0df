package sessions.persistence.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import sessions.persistence.SchemaPart;

/**
 * The indexes that the queries need. MongoDB builds them while others read and write, and creating an existing index
 * does nothing.
 */
final class MongoIndexes {

    private static final List<IndexModel> ALL = List.of(
            index("sessions_newest", Indexes.descending(DocumentKeys.OPEN_TIME, DocumentKeys.ID)),
            index("sessions_of_user", Indexes.compoundIndex(Indexes.ascending(DocumentKeys.USER_ID),
                    Indexes.descending(DocumentKeys.OPEN_TIME, DocumentKeys.ID))),
            // Separate from the next index, because only few of the ended sessions have not been swept yet.
            new IndexModel(Indexes.ascending(DocumentKeys.END_HOUR), named("sessions_active_by_end")
                    .partialFilterExpression(Filters.eq(DocumentKeys.ACTIVE, true))),
            // The open time distinguishes documents of the original, which have no end hour, from tombstones.
            index("sessions_by_end", Indexes.ascending(DocumentKeys.END_HOUR, DocumentKeys.OPEN_TIME)),
            new IndexModel(Indexes.ascending(DocumentKeys.CLAIM_KEY), named("claims").unique(true).sparse(true)),
            new IndexModel(Indexes.ascending(DocumentKeys.CLAIM_FORGOTTEN_AT), named("claims_forgotten").sparse(true)));

    private MongoIndexes() {
    }

    /** Returns the needed indexes with their state in the database. */
    static List<SchemaPart> parts(MongoDatabaseConnection database) {
        Map<String, BsonDocument> existing = database.run("list its indexes", sessions -> sessions
                .listIndexes(BsonDocument.class).into(new ArrayList<>()).stream()
                .collect(Collectors.toMap(index -> index.getString("name").getValue(),
                        index -> index.getDocument("key"))));
        return ALL.stream().map(needed -> part(needed, existing)).toList();
    }

    private static SchemaPart part(IndexModel needed, Map<String, BsonDocument> existing) {
        String name = Objects.requireNonNull(needed.getOptions().getName());
        BsonDocument keys = existing.get(name);
        SchemaPart.State state = keys == null
                ? SchemaPart.State.PENDING
                : hasKeys(needed, keys) ? SchemaPart.State.APPLIED : SchemaPart.State.CHANGED;
        return new SchemaPart(name, "index", state);
    }

    /** Returns whether the keys have the same order and directions, regardless of their number types. */
    private static boolean hasKeys(IndexModel needed, BsonDocument keys) {
        return directions(needed.getKeys().toBsonDocument()).equals(directions(keys));
    }

    private static List<String> directions(BsonDocument keys) {
        return keys.entrySet().stream()
                .map(key -> key.getKey() + (key.getValue().asNumber().intValue() < 0 ? " down" : " up")).toList();
    }

    static void create(MongoDatabaseConnection database) {
        database.run("create its indexes", sessions -> sessions.createIndexes(ALL));
    }

    private static IndexModel index(String name, Bson keys) {
        return new IndexModel(keys, named(name));
    }

    private static IndexOptions named(String name) {
        return new IndexOptions().name(name);
    }
}
