package sessions.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import commandable.InvokeReply;
import commandable.InvokeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;

/** The messages of the generic service. */
class GenericServiceTest {

    private final GrpcFixture api = GrpcFixture.start(new SettableClock(Fixtures.NOON));

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void resultIsTheJsonOfTheCommand() {
        InvokeReply reply = api.invoke("open_session", "{\"user_id\":\"42\",\"data\":{\"n\":1.50}}");
        assertThat(reply.getResultJson()).startsWith("{\"id\":\"").endsWith("\",\"user_id\":\"42\",\"user_name\":null,"
                + "\"active\":true,\"open_time\":\"2026-03-01T12:00:00.123Z\",\"request_time\":\"2026-03-01T12:00:00.123Z\","
                + "\"address\":null,\"client\":null,\"user\":null,\"data\":{\"n\":1.50}}");
        assertThat(reply.getResultEmpty()).isFalse();
        assertThat(reply.hasError()).isFalse();
    }

    @Test
    void missingResultSetsResultEmpty() {
        InvokeReply empty = InvokeReply.newBuilder().setResultEmpty(true).build();
        assertThat(api.invoke("get_session_by_id", "{\"session_id\":\"x\"}")).isEqualTo(empty);
        assertThat(api.invoke("close_expired_sessions", "")).isEqualTo(empty);
    }

    @Test
    void argsEmptyMakesArgsJsonIgnored() {
        InvokeRequest request = InvokeRequest.newBuilder().setMethod("v1/sessions.get_sessions").setArgsEmpty(true)
                .setArgsJson("{").build();
        assertThat(GrpcFixture.invoke(api.channel(), request).getResultJson())
                .isEqualTo("{\"total\":null,\"data\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open_session", "v1/sessions.", "v1/sessions.no_such", "v1/sessions/open_session",
            "v1/sessions.Open_session", "v2/sessions.open_session"})
    void unknownMethodIsRejected(String method) {
        InvokeReply reply = GrpcFixture.invoke(api.channel(),
                InvokeRequest.newBuilder().setMethod(method).setCorrelationId("c-1").build());
        assertThat(reply.getError().getStatus()).isEqualTo(404);
        assertThat(reply.getError().getCode()).isEqualTo("NOT_FOUND");
        assertThat(reply.getError().getCategory()).isEqualTo("NotFound");
        assertThat(reply.getError().getCorrelationId()).isEqualTo("c-1");
        assertThat(reply.getError().getMessage()).contains("begin with v1/sessions.");
        assertThat(reply.getResultEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{ | INVALID_JSON", "{\"user_id\":1} | INVALID_DATA", "[] | INVALID_DATA",
            "{\"user_id\":\"a\",\"user_id\":\"b\"} | INVALID_DATA", "{\"user_id\":\"a\",\"data\":[1,]} | INVALID_JSON"})
    void invalidArgumentsAreRejected(String arguments, String code) {
        InvokeReply reply = api.invoke("open_session", arguments);
        assertThat(reply.getError().getCode()).isEqualTo(code);
        assertThat(reply.getError().getStatus()).isEqualTo(400);
        assertThat(reply.getError().getStackTrace()).isEmpty();
        if (code.equals("INVALID_DATA")) {
            assertThat(reply.getError().getDetailsMap()).containsKey("user_id");
        }
    }
}
