package sessions.wire.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sessions.domain.error.ErrorCode;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;

class SessionJsonTest {

    private static final Instant NOON = Instant.parse("2020-01-31T12:00:00Z");
    private static final ExpiryPolicy POLICY = new ExpiryPolicy(Duration.ofHours(1), null);

    private final SessionV1 session = SessionV1.open(
            new SessionOpening("1", "Zoë \"Z\"", null, "", new Json("{ \"a\":1.0,\"a\":2}"), null), NOON, POLICY);
    private final String id = session.id().value();

    @Test
    void activeSessionHasTheContractsKeysInItsOrder() {
        assertThat(SessionJson.of(session)).isEqualTo("{\"id\":\"" + id + "\",\"user_id\":\"1\","
                + "\"user_name\":\"Zoë \\\"Z\\\"\",\"active\":true,\"open_time\":\"2020-01-31T12:00:00.000Z\","
                + "\"request_time\":\"2020-01-31T12:00:00.000Z\",\"address\":null,\"client\":\"\","
                + "\"user\":{ \"a\":1.0,\"a\":2},\"data\":null}");
    }

    @Test
    void closedSessionHasItsCloseTimeLast() {
        SessionV1 closed = ((ChangeOutcome.Changed) session.apply(new SessionChange.Close(NOON.plusMillis(7), null),
                POLICY)).session();
        assertThat(SessionJson.of(closed)).contains("\"active\":false")
                .endsWith("\"user\":null,\"data\":null,\"close_time\":\"2020-01-31T12:00:00.007Z\"}");
    }

    @Test
    void sessionsInAPageHaveNoContent() {
        String page = SessionJson.of(new SessionPage(null, List.of(session)));
        assertThat(page).startsWith("{\"total\":null,\"data\":[{\"id\":").endsWith("\"client\":\"\"}]}");
        assertThat(SessionJson.of(new SessionPage(3L, List.of()))).isEqualTo("{\"total\":3,\"data\":[]}");
    }

    @Test
    void errorHasTheContractsKeysAndNoEmptyDetails() {
        assertThat(ErrorJson.of(ErrorCode.SESSION_CLOSED, "m", Map.of(), "c").toJson())
                .isEqualTo("{\"code\":\"SESSION_CLOSED\",\"status\":409,\"category\":\"Conflict\",\"message\":\"m\","
                        + "\"name\":\"SESSION_CLOSED\",\"correlation_id\":\"c\"}");
        assertThat(ErrorJson.of(ErrorCode.INVALID_DATA, "m", Map.of("f", "p"), "c").toJson())
                .contains("\"details\":{\"f\":\"p\"}");
    }
}
