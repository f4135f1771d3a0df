package sessions.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.domain.model.TimeRange;
import sessions.testkit.Concurrently;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;

/** Content is returned unchanged, also with concurrent callers. */
class ContentRoundTripTest {

    private final LocalService service = LocalService.start(new SettableClock(Fixtures.NOON));
    private final SessionsHttpClientV1 client = service.client();

    @AfterEach
    void close() {
        client.close();
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9007199254740993", "-0.0", "1E400", "1.10", "false", "\"\"", "[ 1 ,\t2 ]", "{ }",
                    "{\"b\":1,\"a\":{\"x\":1,\"x\":2}}", "\"\\u0000\\ud800\\/\\n\"", "\"é 用户 😀 \u2028\""})
    void contentIsReturnedUnchanged(String text) {
        Json content = new Json(text);
        SessionV1 opened = client.openSession("", new SessionOpening("u", null, null, null, content, content));
        String id = opened.id().value();
        assertThat(List.of(opened, client.getSessionById("", id).orElseThrow(),
                client.storeSessionData("", id, content).orElseThrow(),
                client.updateSessionUser("", id, content).orElseThrow(),
                client.resources().storeData("", id, content, null).orElseThrow(),
                client.resources().updateUser("", id, content, null).orElseThrow(),
                client.resources().openSession("", new SessionOpening("u", null, null, null, content, content), null)
                        .orElseThrow()))
                .allSatisfy(session -> {
                    assertThat(session.data()).isEqualTo(content);
                    assertThat(session.user()).isEqualTo(content);
                });
    }

    @Test
    void unicodeTextsAreReturnedAndFound() {
        String text = "Zoë & 用户=😀+%\"\\\u2028";
        SessionV1 opened = client.openSession("é", new SessionOpening(text, text, text, text, null, null));
        assertThat(opened.userName()).isEqualTo(text);
        SessionFilter filter = new SessionFilter(null, text, true, TimeRange.ALL, TimeRange.ALL, text, text, null);
        assertThat(client.resources().listSessions("é", filter, CursorPaging.FIRST).sessions())
                .containsExactly(opened.withoutContent());
        assertThat(client.getSessions("é", SessionFilter.ofUser(text), Paging.FIRST).data())
                .containsExactly(opened.withoutContent());
        assertThat(client.admin().closeSessions("é", filter)).isEqualTo(1);
    }

    @Test
    void manyThreadsShareOneClient() {
        int threads = 200;
        Set<String> ids = ConcurrentHashMap.newKeySet();
        Concurrently.run(threads, number -> () -> {
            Json data = new Json(Integer.toString(number));
            String id = client.openSession("", Fixtures.opening("user")).id().value();
            assertThat(client.storeSessionData("", id, data).orElseThrow().data()).isEqualTo(data);
            assertThat(client.getSessionById("", id).orElseThrow().data()).isEqualTo(data);
            return ids.add(id);
        });
        assertThat(ids).hasSize(threads);
    }
}
