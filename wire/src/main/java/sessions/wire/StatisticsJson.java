package sessions.wire;

import java.util.List;
import java.util.Map;
import sessions.domain.SessionStatistics;
import tools.jackson.core.JsonGenerator;

/** Statistics as callers ask for them and are answered. */
public final class StatisticsJson {

    private static final int DEFAULT_HOURS = 24;

    private StatisticsJson() {
    }

    /**
     * How many hours a query asks for.
     *
     * @throws sessions.domain.InvalidDataException naming every parameter at fault, unknown ones too; repeated ones before all
     *             others
     */
    public static int hours(Map<String, List<String>> parameters) {
        ArgumentReader query = new ArgumentReader(Arguments.ofTexts(parameters));
        Integer hours = CountReader.text(query, "hours", SessionStatistics.MOST_HOURS);
        query.refuseUnknown();
        query.throwIfInvalid();
        return hours == null ? DEFAULT_HOURS : hours;
    }

    /** The answer: how many are active, and its hours with their start as the contract writes times. */
    public static String of(SessionStatistics statistics) {
        return SessionJson.written(json -> {
            json.writeStartObject();
            json.writeNumberProperty("active", statistics.active());
            json.writeName("hours").writeStartArray();
            statistics.hours().forEach(hour -> write(json, hour));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, SessionStatistics.Hour hour) {
        json.writeStartObject();
        json.writeStringProperty("start", SessionJson.time(hour.start()));
        json.writeNumberProperty("opened", hour.opened());
        json.writeNumberProperty("closed", hour.closed());
        json.writeEndObject();
    }
}
