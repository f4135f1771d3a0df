package sessions.wire.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.InvalidJsonException;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.CursorPage;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionStatistics;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.ServiceStatus;
import sessions.wire.service.HeartbeatJson;
import sessions.wire.service.StatisticsJson;
import sessions.wire.service.StatusJson;

/** Clients read responses as the service wrote them. */
class ResourceResponseTest {

    private static final Instant NOON = Instant.parse("2020-01-31T12:00:00.123Z");
    private static final ExpiryPolicy POLICY = new ExpiryPolicy(Duration.ofHours(1), null);

    private final SessionV1 session = session(new Json("{ \"a\":1.0,\"a\":2}"));
    private final SessionV1 closed = ((ChangeOutcome.Changed) session
            .apply(new SessionChange.Close(NOON.plusMillis(7), null), POLICY)).session();

    @ParameterizedTest
    @MethodSource("sessions.wire.json.JsonMembersTest#values")
    void contentKeepsItsText(String content) {
        SessionV1 written = session(new Json(content));
        assertThat(ResourceResponse.session(bytes(ResourceJson.of(written)))).isEqualTo(written);
    }

    @Test
    void closeTimeIsTheExpiryOfAClosedSession() {
        SessionV1 read = ResourceResponse.session(bytes(ResourceJson.of(closed)));
        assertThat(read.expiresAt()).isEqualTo(NOON.plusMillis(7));
        assertThat(ResourceJson.of(read)).isEqualTo(ResourceJson.of(closed));
    }

    @Test
    void readsPagesWithCursorAndTotal() {
        SessionV1 listed = session.withoutContent();
        CursorPage cursorPage = new CursorPage(List.of(listed, listed), SessionCursor.at(session), 17L);
        assertThat(ResourceResponse.cursorPage(bytes(ResourceJson.of(cursorPage)))).isEqualTo(cursorPage);
        CursorPage last = new CursorPage(List.of(), null, null);
        assertThat(ResourceResponse.cursorPage(bytes(ResourceJson.of(last)))).isEqualTo(last);
        SessionPage page = new SessionPage(2L, List.of(listed));
        assertThat(ResourceResponse.page(bytes(ResourceJson.of(page)))).isEqualTo(page);
        SessionPage uncounted = new SessionPage(null, List.of());
        assertThat(ResourceResponse.page(bytes(ResourceJson.of(uncounted)))).isEqualTo(uncounted);
    }

    @Test
    void readsResultsOfClosing() {
        assertThat(ResourceResponse.closed(bytes(ResourceJson.ofClosing(5_000_000_000L, true))))
                .isEqualTo(5_000_000_000L);
        ClosedBatch batch = new ClosedBatch(3, SessionCursor.at(session));
        assertThat(ResourceResponse.batch(bytes(ResourceJson.of(batch)))).isEqualTo(batch);
        ClosedBatch lastBatch = new ClosedBatch(0, null);
        assertThat(ResourceResponse.batch(bytes(ResourceJson.of(lastBatch)))).isEqualTo(lastBatch);
    }

    @Test
    void readsStatistics() {
        SessionStatistics statistics = new SessionStatistics(5_000_000_000L,
                List.of(new SessionStatistics.Hour(NOON, 1, 2), new SessionStatistics.Hour(NOON.plusSeconds(1), 0, 3)));
        assertThat(StatisticsJson.read(bytes(StatisticsJson.of(statistics)))).isEqualTo(statistics);
        assertThat(StatisticsJson.hours(Map.of("hours", List.of(StatisticsJson.query(7).get("hours"))))).isEqualTo(7);
    }

    @Test
    void readsHeartbeatAndStatus() {
        assertThat(HeartbeatJson.of(NOON)).isEqualTo("\"2020-01-31T12:00:00.123Z\"");
        assertThat(HeartbeatJson.read(bytes(HeartbeatJson.of(NOON)))).isEqualTo(NOON);
        ServiceStatus status = new ServiceStatus("host", "sessions", "d", NOON, NOON.plusSeconds(1), Map.of(),
                List.of("a:b"));
        assertThat(StatusJson.read(bytes(StatusJson.of(status).toJson()))).isEqualTo(status);
    }

    @Test
    void unknownMembersAreIgnored() {
        String newer = "{\"new\":{\"a\":[1]},";
        assertThat(ResourceResponse.session(bytes(newer + ResourceJson.of(session).substring(1)))).isEqualTo(session);
        CursorPage cursorPage = new CursorPage(List.of(session.withoutContent()), null, null);
        String written = newer + ResourceJson.of(cursorPage).substring(1).replace("{\"id\"", newer + "\"id\"");
        assertThat(ResourceResponse.cursorPage(bytes(written))).isEqualTo(cursorPage);
        ServiceStatus status = new ServiceStatus("host", "sessions", "d", NOON, NOON, Map.of(), List.of());
        assertThat(StatusJson.read(bytes(newer + StatusJson.of(status).toJson().substring(1)))).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "1", "\"x\"", "{\"id\":7}", "{\"data\":[1]}", "{\"data\":{}}",
            "{\"data\":[{}]}", "{\"closed\":\"1\"}", "{\"data\":[],\"next_cursor\":\"?\"}",
            "{\"data\":[],\"next_cursor\":1}"})
    void otherResponsesAreRejected(String body) {
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> ResourceResponse.session(bytes(body)));
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> ResourceResponse.cursorPage(bytes(body)));
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> ResourceResponse.closed(bytes(body)));
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> StatisticsJson.read(bytes(body)));
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> HeartbeatJson.read(bytes(body)));
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> StatusJson.read(bytes(body)));
    }

    @Test
    void componentsOfAStatusMustBeTexts() {
        String status = StatusJson.of(new ServiceStatus("host", "sessions", "d", NOON, NOON, Map.of(), List.of("a:b")))
                .toJson();
        for (String wrong : List.of("[null]", "[\"a:b\",null]", "[{}]", "null", "7")) {
            assertThatExceptionOfType(InvalidDataException.class).as(wrong)
                    .isThrownBy(() -> StatusJson.read(bytes(status.replace("[\"a:b\"]", wrong))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.9", "1.0", "-1", "-0", "1e400", "1e2", "9223372036854775808", "true", "\"1\""})
    void invalidCountsAreRejected(String count) {
        byte[] closing = bytes("{\"closed\":" + count + "}");
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> ResourceResponse.closed(closing))
                .withMessageContaining("closed");
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> ResourceResponse.batch(closing));
        byte[] list = bytes("{\"data\":[],\"total\":" + count + "}");
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> ResourceResponse.cursorPage(list));
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> ResourceResponse.page(list));
    }

    @Test
    void countsMayUseTheWholeRangeOfTheirType() {
        assertThat(ResourceResponse.closed(bytes("{\"closed\":9223372036854775807}"))).isEqualTo(Long.MAX_VALUE);
        assertThat(ResourceResponse.batch(bytes("{\"closed\":2147483647}")).closed()).isEqualTo(Integer.MAX_VALUE);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> ResourceResponse.batch(bytes("{\"closed\":2147483648}")));
    }

    @Test
    void activeIsRequired() {
        for (String withoutActive : List.of(ResourceJson.of(closed).replace("\"active\":false,", ""),
                ResourceJson.of(closed).replace("\"active\":false", "\"active\":null"))) {
            assertThatExceptionOfType(InvalidDataException.class).as(withoutActive)
                    .isThrownBy(() -> ResourceResponse.session(bytes(withoutActive))).withMessageContaining("active");
        }
    }

    @Test
    void inconsistentSessionsAreRejected() {
        String active = ResourceJson.of(session);
        for (String broken : List.of(active.replace("true", "false"), active.replace("\"expires_at\"", "\"x\""),
                active.replace("\"version\":1", "\"version\":0"), active.replace(",\"version\":1", ""),
                active.replace("true", "\"yes\""), active.replace("12:00:00.123Z\",\"request", "13:00:00Z\",\"request"),
                ResourceJson.of(closed).replace("false", "true"), active.replace(session.id().value(), "ABC"))) {
            assertThatExceptionOfType(InvalidDataException.class).as(broken)
                    .isThrownBy(() -> ResourceResponse.session(bytes(broken)));
        }
    }

    @Test
    void invalidJsonIsRejected() {
        for (String body : List.of("", "<html>", "{\"id\":")) {
            assertThatExceptionOfType(InvalidJsonException.class)
                    .isThrownBy(() -> ResourceResponse.session(bytes(body)));
        }
    }

    private static SessionV1 session(Json data) {
        return SessionV1.open(new SessionOpening("1", "Zoë \"Z\"", null, "", null, data), NOON, POLICY);
    }

    private static byte[] bytes(String body) {
        return body.getBytes(UTF_8);
    }
}
