package sessions.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.InvalidJsonException;
import sessions.domain.error.StaleVersionException;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.TimeRange;
import sessions.wire.command.CommandArguments;
import sessions.wire.command.FilterArguments;
import sessions.wire.command.PagingArguments;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.JsonDocument;
import sessions.wire.json.JsonMembers;
import sessions.wire.json.VersionText;
import sessions.wire.resource.ClosingJson;
import sessions.wire.resource.ListQuery;
import sessions.wire.session.ErrorJson;
import sessions.wire.session.OpeningJson;

/** The service reads requests as the client wrote them. */
class RequestWritersTest {

    private static final Instant NOON = Instant.parse("2020-01-31T12:00:00.123Z");
    private static final TimeRange TIMES = new TimeRange(NOON, Instant.parse("+12345-01-01T00:00:00Z"));
    private static final TimeRange EARLY = new TimeRange(Instant.ofEpochMilli(1), null);
    private static final SessionId ID = SessionId.random();
    private static final SessionFilter FILTER = new SessionFilter(null, "Zoë & 用户=😀+%", true, TIMES, EARLY, "a\"\\",
            "",
            null);

    @Test
    void openingKeepsAllParts() {
        SessionOpening opening = new SessionOpening("u\"\n", "é", "", "c", new Json("{\"a\":1.0}"), new Json("[ 1 ]"));
        assertThat(OpeningJson.read(bytes(OpeningJson.of(opening)))).isEqualTo(opening);
        SessionOpening bare = new SessionOpening("u", null, null, null, null, null);
        assertThat(OpeningJson.of(bare)).isEqualTo("{\"user_id\":\"u\"}");
    }

    @ParameterizedTest
    @MethodSource("sessions.wire.json.JsonMembersTest#values")
    void contentKeepsItsText(String content) {
        String arguments = CommandArguments.ofContent(ID.value(), "data", new Json(content));
        assertThat(JsonMembers.parse(arguments).get("data")).extracting(JsonMembers.Value::text).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,\"version\":7", "1} {", "{", "1 2", "\"\t\""})
    void contentThatIsNotOneValueIsRejected(String text) {
        Json content = new Json(text);
        assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(() -> CommandArguments.ofContent(ID.value(), "data", content));
        assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(() -> OpeningJson.of(new SessionOpening("u", null, null, null, null, content)));
    }

    @Test
    void argumentsOfCommandsRequestExtendedSessions() {
        assertThat(CommandArguments.ofSession("x\"")).isEqualTo("{\"session_id\":\"x\\\"\",\"extended\":true}");
        assertThat(CommandArguments.ofChange("x", 7L))
                .isEqualTo("{\"session_id\":\"x\",\"version\":7,\"extended\":true}");
        SessionOpening opening = new SessionOpening("u", null, null, null, null, null);
        assertThat(CommandArguments.ofOpening(opening, new IdempotencyKey("k")))
                .isEqualTo("{\"user_id\":\"u\",\"request_id\":\"k\",\"extended\":true}");
    }

    @Test
    void listCommandKeepsFilterAndPaging() {
        SessionFilter filter = new SessionFilter(ID.value(), "u", false, TIMES, TimeRange.ALL, null, null, null);
        for (Paging paging : List.of(Paging.FIRST, new Paging(7, -1, true))) {
            ArgumentReader written = new ArgumentReader(JsonMembers.parse(CommandArguments.ofList(filter, paging)));
            assertThat(FilterArguments.read(written.object("filter"))).isEqualTo(filter);
            assertThat(PagingArguments.read(written.object("paging"))).isEqualTo(paging);
        }
        ArgumentReader all = new ArgumentReader(
                JsonMembers.parse(CommandArguments.ofList(SessionFilter.ALL, Paging.FIRST)));
        assertThat(FilterArguments.read(all.object("filter"))).isEqualTo(SessionFilter.ALL);
    }

    @Test
    void listQueryKeepsFilterAndPaging() {
        CursorPaging paging = new CursorPaging(new SessionCursor(NOON, ID), 7, true);
        for (ListQuery query : List.of(new ListQuery(FILTER, paging),
                new ListQuery(SessionFilter.ALL, CursorPaging.FIRST))) {
            assertThat(ListQuery.read(parameters(query), null)).isEqualTo(query);
        }
        ListQuery large = new ListQuery(SessionFilter.ALL, new CursorPaging(null, Integer.MAX_VALUE, false));
        assertThat(ListQuery.read(parameters(large), null).paging().limit()).isEqualTo(999_999_999);
    }

    @Test
    void closingKeepsItsFilter() {
        SessionFilter filter = FILTER.withActive(null).withExcept(ID);
        ClosingJson.Batch batch = new ClosingJson.Batch(5, new SessionCursor(NOON, ID));
        for (ClosingJson closing : List.of(new ClosingJson(filter, true, null), new ClosingJson(filter, false, null),
                new ClosingJson(filter, false, batch),
                new ClosingJson(filter, false, new ClosingJson.Batch(5, null)))) {
            assertThat(ClosingJson.read(bytes(closing.toJson()))).isEqualTo(closing);
        }
        String large = new ClosingJson(filter, false, new ClosingJson.Batch(50_000, null)).toJson();
        assertThat(ClosingJson.read(bytes(large)).batch()).isEqualTo(new ClosingJson.Batch(10_000, null));
    }

    @Test
    void filterWithUnsupportedConditionsIsRejected() {
        SessionFilter byId = SessionFilter.ofUser("u").withId(ID.value());
        SessionFilter exceptOne = SessionFilter.ofUser("u").withExcept(ID);
        for (SessionFilter filter : List.of(byId, exceptOne)) {
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> new ListQuery(filter, CursorPaging.FIRST).parameters());
        }
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> new ClosingJson(byId, false, null).toJson());
        for (SessionFilter filter : List.of(exceptOne, SessionFilter.ALL.withOpened(TIMES), FILTER)) {
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> CommandArguments.ofList(filter, Paging.FIRST));
        }
    }

    @Test
    void loneSurrogatesAreRejected() {
        assertThat(JsonDocument.body("\"é😀\"")).isEqualTo("\"é😀\"".getBytes(UTF_8));
        assertThatExceptionOfType(InvalidJsonException.class).isThrownBy(() -> JsonDocument.body("\"\ud83d\""))
                .withMessageContaining("lone surrogate");
    }

    @Test
    void errorsAreReadInBothForms() {
        ErrorJson error = ErrorJson.of(new StaleVersionException(7), "c-1");
        assertThat(ErrorJson.read(bytes(error.toJson()))).contains(error);
        assertThat(ErrorJson.read(bytes(error.withStatus(412).toProblem("Precondition Failed"))))
                .contains(error.withStatus(412));
        ErrorJson bare = ErrorJson.of(ErrorCode.INTERNAL, "m", Map.of(), "c");
        assertThat(ErrorJson.read(bytes("{\"new\":[{}]," + bare.toJson().substring(1)))).contains(bare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>404</html>", "[]", "{}", "{\"code\":\"NOT_FOUND\"}",
            "{\"code\":404,\"category\":\"NotFound\",\"message\":\"m\",\"status\":404}",
            "{\"code\":\"NOT_FOUND\",\"message\":\"m\",\"status\":404}",
            "{\"code\":\"NOT_FOUND\",\"category\":\"NotFound\",\"message\":\"m\",\"status\":\"x\"}"})
    void otherBodiesAreNotErrors(String body) {
        assertThat(ErrorJson.read(bytes(body))).isEmpty();
    }

    @Test
    void versionIsAPositiveLong() {
        assertThat(VersionText.parse(Long.toString(Long.MAX_VALUE))).contains(Long.MAX_VALUE);
        for (String none : List.of("0", "-1", "01", "9223372036854775808", "99999999999999999999", "")) {
            assertThat(VersionText.parse(none)).as(none).isEmpty();
        }
    }

    private static Map<String, List<String>> parameters(ListQuery query) {
        return query.parameters().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> List.of(parameter.getValue())));
    }

    private static byte[] bytes(String body) {
        return body.getBytes(UTF_8);
    }
}
