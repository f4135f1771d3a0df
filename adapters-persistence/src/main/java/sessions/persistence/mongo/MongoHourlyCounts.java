package sessions.persistence.mongo;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import sessions.domain.model.SessionStatistics;
import sessions.domain.port.driven.HourlyCounts;

/** Counts sessions by the hours in which they were opened and ended. Each part reads a range of one index. */
record MongoHourlyCounts(MongoDatabaseConnection database) implements HourlyCounts {

    private static final String COUNT = "count";
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    @Override
    public List<SessionStatistics.Hour> count(Instant from, int hours, Instant now) {
        Instant to = from.plus(Duration.ofHours(hours));
        Map<Instant, Long> opened = count(within(DocumentKeys.OPEN_TIME, from, to),
                hourOf(DocumentKeys.OPEN_TIME, from));
        // A sweep does not change the end hour, so it does not affect the counts.
        Map<Instant, Long> ended = count(
                Filters.and(within(DocumentKeys.END_HOUR, from, to), SessionConditions.ended(now)),
                new BsonString("$" + DocumentKeys.END_HOUR));
        TreeSet<Instant> any = new TreeSet<>(opened.keySet());
        any.addAll(ended.keySet());
        return any.stream().map(hour -> new SessionStatistics.Hour(hour, opened.getOrDefault(hour, 0L),
                ended.getOrDefault(hour, 0L))).toList();
    }

    private Map<Instant, Long> count(Bson condition, BsonValue hour) {
        List<BsonDocument> groups = database.run("count sessions by hour", sessions -> sessions.aggregate(
                List.of(Aggregates.match(condition), Aggregates.group(hour, Accumulators.sum(COUNT, 1L))))
                .into(new ArrayList<>()));
        Map<Instant, Long> counts = new TreeMap<>();
        groups.forEach(group -> counts.put(SessionDocument.instant(group.getDateTime("_id")),
                group.getNumber(COUNT).longValue()));
        return counts;
    }

    private static Bson within(String key, Instant from, Instant to) {
        return Filters.and(Filters.gte(key, SessionDocument.date(from)), Filters.lt(key, SessionDocument.date(to)),
                SessionConditions.IS_SESSION);
    }

    /**
     * Returns an expression for the start of a time's hour, counted from the start of another hour: time - (time -
     * from) % hour.
     */
    private static BsonDocument hourOf(String key, Instant from) {
        BsonString time = new BsonString("$" + key);
        BsonDateTime start = SessionDocument.date(from);
        return of("$subtract", time, of("$mod", of("$subtract", time, start), new BsonInt64(HOUR_MILLIS)));
    }

    private static BsonDocument of(String operator, BsonValue... operands) {
        return new BsonDocument(operator, new BsonArray(List.of(operands)));
    }
}
