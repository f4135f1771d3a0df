package sessions.wire.service;

import java.util.List;
import java.util.Map;
import sessions.domain.model.SessionStatistics;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.CountReader;
import sessions.wire.json.JsonMembers;
import sessions.wire.json.ResponseReader;
import sessions.wire.session.SessionJson;
import tools.jackson.core.JsonGenerator;

/** Requests and responses for statistics. */
public final class StatisticsJson {

    private static final String HOURS = "hours";
    private static final int DEFAULT_HOURS = 24;

    private StatisticsJson() {
    }

    /**
     * Reads the number of hours from a query.
     *
     * @throws sessions.domain.error.InvalidDataException naming all invalid and unknown parameters; if parameters are
     *         repeated, it names only those
     */
    public static int hours(Map<String, List<String>> parameters) {
        ArgumentReader query = new ArgumentReader(JsonMembers.ofTexts(parameters));
        Integer hours = CountReader.text(query, HOURS, SessionStatistics.MAX_HOURS);
        query.rejectUnknown();
        query.throwIfInvalid();
        return hours == null ? DEFAULT_HOURS : hours;
    }

    /** Returns the parameters of a query for a number of hours. */
    public static Map<String, String> query(int hours) {
        return Map.of(HOURS, Integer.toString(hours));
    }

    /**
     * Reads the response. Unknown members are ignored, because the service may be newer.
     *
     * @throws sessions.domain.error.InvalidDataException if the body is not such a response
     * @throws sessions.domain.error.InvalidJsonException if it is not JSON
     */
    public static SessionStatistics read(byte[] body) {
        ResponseReader members = ResponseReader.of(body);
        return new SessionStatistics(members.count("active"),
                members.objects(HOURS).stream().map(StatisticsJson::hour).toList());
    }

    private static SessionStatistics.Hour hour(ResponseReader members) {
        return new SessionStatistics.Hour(members.required("start", ArgumentReader::time), members.count("opened"),
                members.count("closed"));
    }

    /** Returns the response, with times as in the contract. */
    public static String of(SessionStatistics statistics) {
        return SessionJson.written(json -> {
            json.writeStartObject();
            json.writeNumberProperty("active", statistics.active());
            json.writeName(HOURS).writeStartArray();
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
