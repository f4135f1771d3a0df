package sessions.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.testkit.FailingSessions;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions_v1.ErrorDescription;
import sessions_v1.PagingParams;
import sessions_v1.Session;
import sessions_v1.SessionIdRequest;
import sessions_v1.SessionObjectReply;
import sessions_v1.SessionOpenRequest;
import sessions_v1.SessionPageReply;
import sessions_v1.SessionPageRequest;
import sessions_v1.SessionStoreDataRequest;
import sessions_v1.SessionUpdateUserRequest;

/** The messages of the typed service. */
class TypedServiceTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String CONTENT = "{\"n\" : 9007199254740993, \"n\":1.50, \"e\":\"\\u00e9\"}";

    private final GrpcFixture api = GrpcFixture.start(new SettableClock(Fixtures.NOON));

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void contentIsReturnedUnchanged() {
        Session session = open(SessionOpenRequest.newBuilder().setUserId("user").setUser(CONTENT).setData(CONTENT));
        assertThat(session.getUser()).isEqualTo(CONTENT);
        assertThat(session.getData()).isEqualTo(CONTENT);
        assertThat(object("get_session_by_id", SessionIdRequest.newBuilder().setSessionId(session.getId()).build()))
                .isEqualTo(SessionObjectReply.newBuilder().setSession(session).build());
    }

    @Test
    void nullIsEmptyAndTimesHaveMilliseconds() {
        assertThat(open(SessionOpenRequest.newBuilder().setUserId("user").setUser("null"))).satisfies(session -> {
            assertThat(session.getOpenTime()).isEqualTo("2026-03-01T12:00:00.123Z");
            assertThat(session.getRequestTime()).isEqualTo("2026-03-01T12:00:00.123Z");
            assertThat(session.getActive()).isTrue();
            assertThat(new String[]{session.getCloseTime(), session.getUserName(), session.getAddress(),
                    session.getClient(), session.getUser(), session.getData()}).containsOnly("");
        });
    }

    @Test
    void missingSessionReturnsNeitherSessionNorError() {
        for (String method : new String[]{"get_session_by_id", "close_session", "delete_session_by_id"}) {
            assertThat(object(method, SessionIdRequest.newBuilder().setSessionId(ID).build()))
                    .isEqualTo(SessionObjectReply.getDefaultInstance());
        }
    }

    @Test
    void filterAndPagingMeanTheSameAsInTheCommand() {
        open(SessionOpenRequest.newBuilder().setUserId("a"));
        open(SessionOpenRequest.newBuilder().setUserId("a"));
        open(SessionOpenRequest.newBuilder().setUserId("b"));
        SessionPageReply reply = list(Map.of("user_id", "a", "active", "yes", "from_time", "1772366400123", "id", "",
                "unknown", "x"), PagingParams.newBuilder().setSkip(1).setTake(5).setTotal(true));
        assertThat(reply.getPage().getTotal()).isEqualTo(2);
        assertThat(reply.getPage().getDataList()).hasSize(1).allSatisfy(session -> {
            assertThat(session.getUserId()).isEqualTo("a");
            assertThat(session.getData()).isEmpty();
        });
        assertThat(list(Map.of(), PagingParams.newBuilder()).getPage().getDataList()).hasSize(3);
    }

    @Test
    void allInvalidFieldsAreReportedInOneReply() {
        SessionPageReply reply = list(Map.of("active", "perhaps", "to_time", "noon", "user_id", "x".repeat(256)),
                PagingParams.newBuilder().setSkip(1L << 31));
        assertThat(reply.hasPage()).isFalse();
        assertRejected(reply.getError(), "filter.active", "filter.to_time", "filter.user_id", "paging.skip");
        assertRejected(object("open_session", SessionOpenRequest.newBuilder().setUserName("n".repeat(1025))
                .setUser("{").setData("1 2").build()).getError(), "user_id", "user_name", "user", "data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", " null ", "{", "[1,]", "'a'", "NaN", "1 2", "{\"a\":1", "\ufeff{}", " "})
    void contentMustBeOneJsonValueOtherThanNull(String text) {
        String id = open(SessionOpenRequest.newBuilder().setUserId("user")).getId();
        assertRejected(object("store_session_data",
                SessionStoreDataRequest.newBuilder().setSessionId(id).setData(text).build()).getError(), "data");
        assertRejected(object("update_session_user",
                SessionUpdateUserRequest.newBuilder().setSessionId(id).setUser(text).build()).getError(), "user");
    }

    @ParameterizedTest
    @CsvSource({"500, true", "501, false"})
    void contentHasTheSameNestingLimitAsOverHttp(int depth, boolean accepted) {
        SessionObjectReply reply = object("open_session", SessionOpenRequest.newBuilder().setUserId("user")
                .setData("[".repeat(depth) + "]".repeat(depth)).build());
        assertThat(reply.hasSession()).isEqualTo(accepted);
        assertThat(reply.hasError()).isNotEqualTo(accepted);
    }

    @Test
    void errorHasAllFieldsThatClientsUse() {
        String id = open(SessionOpenRequest.newBuilder().setUserId("user")).getId();
        object("close_session", SessionIdRequest.newBuilder().setSessionId(id).build());
        SessionObjectReply reply = object("store_session_data", SessionStoreDataRequest.newBuilder()
                .setCorrelationId(" c-1 ").setSessionId(id).setData("1").build());
        assertThat(reply.getError()).isEqualTo(ErrorDescription.newBuilder().setCategory("Conflict")
                .setCode("SESSION_CLOSED").setCorrelationId("c-1").setStatus("409")
                .setMessage(reply.getError().getMessage()).build());
        assertThat(reply.getError().getMessage()).isNotEmpty();
    }

    @Test
    void correlationIdIsGeneratedIfNoneIsSent() {
        assertThat(object("open_session", SessionOpenRequest.getDefaultInstance()).getError().getCorrelationId())
                .matches("[0-9a-f]{32}");
    }

    @Test
    void faultRevealsNoDetails() {
        try (GrpcFixture failing = GrpcFixture.start(new FailingSessions(() -> {
            throw new IllegalStateException("internals");
        }), GrpcFixture.SETTINGS)) {
            ErrorDescription error = failing.typed("get_session_by_id", SessionIdRequest.getDefaultInstance(),
                    SessionObjectReply.getDefaultInstance()).getError();
            assertThat(error.getCode()).isEqualTo("INTERNAL");
            assertThat(error.getStatus()).isEqualTo("500");
            assertThat(error.toString()).doesNotContain("internals", "Exception");
            assertThat(error.getStackTrace()).isEmpty();
        }
    }

    private static void assertRejected(ErrorDescription error, String... fields) {
        assertThat(Map.of("category", error.getCategory(), "code", error.getCode(), "status", error.getStatus()))
                .containsOnly(entry("category", "BadRequest"), entry("code", "INVALID_DATA"), entry("status", "400"));
        assertThat(error.getDetailsMap()).containsOnlyKeys(fields);
        assertThat(error.getMessage()).contains(fields);
    }

    private Session open(SessionOpenRequest.Builder request) {
        return object("open_session", request.build()).getSession();
    }

    private SessionObjectReply object(String method, com.google.protobuf.Message request) {
        return api.typed(method, request, SessionObjectReply.getDefaultInstance());
    }

    private SessionPageReply list(Map<String, String> filter, PagingParams.Builder paging) {
        return api.typed("get_sessions", SessionPageRequest.newBuilder().putAllFilter(filter).setPaging(paging).build(),
                SessionPageReply.getDefaultInstance());
    }
}
