package sessions.wire.service;

import java.util.Objects;
import sessions.domain.error.InvalidDataException;
import sessions.domain.port.driving.Health;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.ResponseReader;
import sessions.wire.session.SessionJson;
import tools.jackson.core.JsonGenerator;

/**
 * The response of {@code GET /health/live} and {@code GET /health/ready}, in the form of Eclipse MicroProfile Health
 * 4.0: {@code UP} or {@code DOWN} for the whole and for each check, and the reason.
 */
public final class HealthJson {

    private static final String STATUS = "status";
    private static final String CHECKS = "checks";
    private static final String NAME = "name";
    private static final String DATA = "data";
    private static final String REASON = "reason";
    private static final String UP = "UP";
    private static final String DOWN = "DOWN";

    private HealthJson() {
    }

    public static String of(Health health) {
        return SessionJson.written(json -> {
            json.writeStartObject();
            json.writeStringProperty(STATUS, health.isUp() ? UP : DOWN);
            json.writeName(CHECKS).writeStartArray();
            health.checks().forEach(check -> write(json, check));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Health.Check check) {
        json.writeStartObject();
        json.writeStringProperty(NAME, check.name());
        json.writeStringProperty(STATUS, check.isUp() ? UP : DOWN);
        if (!check.isUp()) {
            json.writeName(DATA).writeStartObject();
            json.writeStringProperty(REASON, check.trouble());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /**
     * Reads such a response. Unknown members are ignored, because the service may be newer.
     *
     * @throws InvalidDataException if the body is not such a response
     * @throws sessions.domain.error.InvalidJsonException if it is not JSON
     */
    public static Health read(byte[] body) {
        return new Health(ResponseReader.of(body).objects(CHECKS).stream().map(HealthJson::check).toList());
    }

    private static Health.Check check(ResponseReader check) {
        String status = check.required(STATUS, ArgumentReader::text);
        ResponseReader data = check.optionalObject(DATA);
        String reason = data == null ? null : data.optional(REASON, ArgumentReader::text);
        return new Health.Check(check.required(NAME, ArgumentReader::text),
                status.equals(UP) ? null : Objects.requireNonNullElse(reason, status));
    }
}
