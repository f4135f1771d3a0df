package sessions.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import sessions.client.ScriptedServer.ReceivedRequest;
import sessions.client.ScriptedServer.Reply;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.testkit.Fixtures;

/** The requests that the client sends. */
class RequestsTest {

    private final ScriptedServer server = ScriptedServer.always(Reply.html(503));
    private final ClientSettings settings = ClientSettings.of(server.address() + "/below/");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void everyRequestHasTheKeyTheCorrelationIdAndTheBasePath() {
        for (ClientOperation operation : ClientOperation.all()) {
            ReceivedRequest request = requestOf(operation, settings.withApiKey("s3cret"));
            assertThat(request.header("Authorization")).as(operation.name()).isEqualTo("Bearer s3cret");
            assertThat(request.target()).startsWith("/below/")
                    .contains("?correlation_id=" + ClientOperation.CORRELATION_ID)
                    .doesNotContain("s3cret");
        }
        assertThat(requestOf(ClientOperation.all().getFirst(), settings).header("Authorization")).isNull();
    }

    @Test
    void correlationIdsArePercentEncodedTruncatedAndOmittedIfEmpty() {
        assertThat(heartbeat("")).isEqualTo("/below/heartbeat");
        assertThat(heartbeat("é &=+/?#%😀")).isEqualTo(
                "/below/heartbeat?correlation_id=%C3%A9+%26%3D%2B%2F%3F%23%25%F0%9F%98%80");
        assertThat(heartbeat("\r\n\ud800")).isEqualTo("/below/heartbeat?correlation_id=___");
        assertThat(heartbeat("x".repeat(10_000))).isEqualTo("/below/heartbeat?correlation_id=" + "x".repeat(128));
    }

    @Test
    void eachOpeningHasItsOwnIdempotencyKeyUnlessTheCallerGivesOne() {
        List<String> keys = ClientOperation.all().stream()
                .filter(operation -> operation.name().startsWith("openSession"))
                .map(operation -> requestOf(operation, settings)).map(RequestsTest::key).toList();
        assertThat(keys).hasSize(3).doesNotHaveDuplicates().contains("mine");
        assertThat(requestOf(open(new IdempotencyKey("a b")), settings).header("Idempotency-Key")).isEqualTo("a b");
    }

    @Test
    void expectedVersionsAreSent() {
        assertThat(requestOf(operation("storeData"), settings).header("If-Match")).isEqualTo("\"1\"");
        assertThat(requestOf(operation("close"), settings).header("If-Match")).isEqualTo("\"1\"");
        assertThat(requestOf(operation("touch"), settings).header("If-Match")).isNull();
        assertThat(requestOf(operation("delete"), settings).body()).contains("\"version\":1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-such-session", "../../etc/passwd", "\ud800", "0123456789ABCDEF0123456789ABCDEF"})
    void invalidIdIsNotSent(String id) {
        try (SessionsHttpClientV1 client = new SessionsHttpClientV1(settings)) {
            Json json = new Json("1");
            SessionFilter filter = SessionFilter.ALL.withId(id);
            assertThat(client.getSessionById("", id)).isEmpty();
            assertThat(client.storeSessionData("", id, json)).isEmpty();
            assertThat(client.closeSession("", id)).isEmpty();
            assertThat(client.deleteSessionById("", id)).isEmpty();
            assertThat(client.update(id, _ -> json)).isEmpty();
            assertThat(client.resources().mergeData("", id, json, 1L)).isEmpty();
            assertThat(client.resources().delete("", id, null)).isEmpty();
            assertThat(client.getSessions("", filter, new Paging(0, null, true)).total()).isZero();
            assertThat(client.resources().listSessions("", filter, CursorPaging.FIRST).sessions()).isEmpty();
            assertThat(client.admin().closeSessions("", filter)).isZero();
            assertThat(client.admin().countSessionsToClose("", filter)).isZero();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void logShowsRetriesButNothingAboutSessions() {
        Logger logger = (Logger) LoggerFactory.getLogger("sessions.client");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.TRACE);
        try (SessionsHttpClientV1 client = new SessionsHttpClientV1(settings.withApiKey("s3cret"), _ -> {
        })) {
            ClientOperation.all().forEach(operation -> assertThat(catchThrowable(() -> operation.call().accept(client)))
                    .isNotNull());
        } finally {
            logger.setLevel(null);
            logger.detachAppender(log);
        }
        assertThat(log.list).isNotEmpty().allSatisfy(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.DEBUG);
            assertThat(event.getFormattedMessage()).matches(
                    "Attempt [12] of 3 failed \\(status 503\\); retrying in \\d+ ms");
        });
    }

    private String heartbeat(String correlationId) {
        return requestOf(new ClientOperation("heartbeat", true, client -> client.monitoring().heartbeat(correlationId)),
                settings)
                .target();
    }

    private static ClientOperation open(IdempotencyKey key) {
        return new ClientOperation("open", true,
                client -> client.resources().openSession("", Fixtures.opening("u"), key));
    }

    private static ClientOperation operation(String name) {
        return ClientOperation.all().stream().filter(operation -> operation.name().equals(name)).findFirst()
                .orElseThrow();
    }

    private static String key(ReceivedRequest request) {
        String header = request.header("Idempotency-Key");
        return header == null
                ? request.body().replaceFirst(".*\"request_id\":\"([^\"]+)\".*", "$1")
                : header;
    }

    /** Returns the only request of an operation. */
    private ReceivedRequest requestOf(ClientOperation operation, ClientSettings with) {
        server.requests().clear();
        try (SessionsHttpClientV1 client = new SessionsHttpClientV1(with.withRetries(RetryPolicy.NONE))) {
            assertThat(catchThrowable(() -> operation.call().accept(client))).isNotNull();
        }
        assertThat(server.requests()).hasSize(1);
        return server.requests().getFirst();
    }
}
