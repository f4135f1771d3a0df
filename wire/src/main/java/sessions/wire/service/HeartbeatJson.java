package sessions.wire.service;

import java.time.Instant;
import sessions.domain.error.InvalidDataException;
import sessions.wire.json.JsonScanner;
import sessions.wire.json.StrictJson;
import sessions.wire.json.TimeText;
import sessions.wire.json.Utf8;
import sessions.wire.session.SessionJson;

/** The response of {@code GET /heartbeat}: the service's time as a JSON string. */
public final class HeartbeatJson {

    private HeartbeatJson() {
    }

    public static String of(Instant time) {
        return SessionJson.written(json -> json.writeString(SessionJson.time(time)));
    }

    /**
     * Reads such a response.
     *
     * @throws InvalidDataException if the body is another value
     * @throws sessions.domain.error.InvalidJsonException if it is not JSON
     */
    public static Instant read(byte[] body) {
        String text = StrictJson.CONTENT.read(Utf8.decode(body), JsonScanner::string);
        if (text == null) {
            throw notATime();
        }
        return TimeText.parse(text, false).orElseThrow(HeartbeatJson::notATime);
    }

    private static InvalidDataException notATime() {
        return InvalidDataException.of("heartbeat", TimeText.EXPECTED);
    }
}
