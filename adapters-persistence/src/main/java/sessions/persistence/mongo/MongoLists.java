package sessions.persistence.mongo;

import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionLists;

/** Lists of sessions in MongoDB. */
record MongoLists(MongoDatabaseConnection database, DocumentReader reader) implements SessionLists {

    private static final Bson WITHOUT_CONTENT = Projections.exclude(DocumentKeys.USER, DocumentKeys.DATA);
    private static final Bson CURSOR = Projections.include(DocumentKeys.OPEN_TIME);

    @Override
    public List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit) {
        if (skip > Integer.MAX_VALUE) {
            return List.of(); // longer lists are read by cursor
        }
        return reader.read(database.run("list sessions", sessions -> DocumentReader.newest(
                sessions.find(SessionConditions.matching(filter, now)), filter, limit).projection(WITHOUT_CONTENT)
                .skip((int) skip).into(new ArrayList<>())), now);
    }

    @Override
    public List<SessionV1> listAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return reader.read(reader.after(after, filter, now, limit, WITHOUT_CONTENT), now);
    }

    @Override
    public long count(SessionFilter filter, Instant now) {
        return database.run("count sessions",
                sessions -> sessions.countDocuments(SessionConditions.matching(filter, now)));
    }

    /** Returns the cursors of the sessions in {@link #listAfter}. */
    List<SessionCursor> cursorsAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit) {
        return reader.after(after, filter, now, limit, CURSOR).stream().map(SessionDocument::cursor).toList();
    }
}
