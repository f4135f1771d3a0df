package sessions.persistence.mongo;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import sessions.domain.model.SessionV1;
import sessions.wire.archive.Normalisation;

/** Counts the repaired errors in documents of the original, for the log. */
final class RepairCounts {

    private static final Logger LOG = System.getLogger(RepairCounts.class.getName());

    private final Map<Normalisation, Integer> counts = new EnumMap<>(Normalisation.class);

    /**
     * Counts the repairs of a document.
     *
     * @param session the session that was read from the document
     */
    void add(BsonDocument document, SessionV1 session) {
        boolean ended = document.get(DocumentKeys.CLOSE_TIME) instanceof BsonDateTime;
        count(Normalisation.NO_USER_ID, !(document.get(DocumentKeys.USER_ID) instanceof BsonString));
        count(Normalisation.CONTENT_WHEN_CLOSED,
                !session.active() && (hasValue(document, DocumentKeys.USER) || hasValue(document, DocumentKeys.DATA)));
        count(Normalisation.NO_CLOSE_TIME, !session.active() && !ended);
        count(Normalisation.CLOSE_TIME_WHEN_ACTIVE, session.active() && ended);
        count(Normalisation.REQUEST_BEFORE_OPENING,
                !SessionDocument.date(session.requestTime()).equals(document.get(DocumentKeys.REQUEST_TIME)));
    }

    void log() {
        counts.forEach((each, count) -> LOG.log(Level.WARNING, "Repaired sessions of the original: " + count + " "
                + each.text()));
    }

    private void count(Normalisation each, boolean applies) {
        if (applies) {
            counts.merge(each, 1, Integer::sum);
        }
    }

    private static boolean hasValue(BsonDocument document, String key) {
        return !document.get(key, BsonNull.VALUE).isNull();
    }
}
