package sessions.persistence.file;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.changed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;

/** Reads files that the original wrote, and checks files that this service writes. */
class FileFormatTest {

    private static final SessionId OPEN = new SessionId("1ef9e6fb3645446d855d0dd8adfc31fa");
    private static final SessionId CLOSED = new SessionId("6454c53dba8c4833a080c378f0059f69");
    private static final Instant OPENED = Instant.parse("2020-01-31T08:05:00.123Z");

    private static final String OPEN_TEXT = """
            {"id":"1ef9e6fb3645446d855d0dd8adfc31fa","user_id":"1","user_name":"Zoë","active":true,\
            "open_time":"2020-01-31T08:05:00.123Z","request_time":"2020-01-31T08:05:00.123Z","address":"127.0.0.1",\
            "client":"web","user":{"name":"x"},"data":{"a":[1,null]}""";
    private static final String CLOSED_TEXT = """
            {"id":"6454c53dba8c4833a080c378f0059f69","user_id":"3","user_name":null,"active":false,\
            "open_time":"2020-01-31T08:05:01.143Z","request_time":"2020-01-31T08:05:01.164Z","address":null,\
            "client":null,"user":null,"data":null,"close_time":"2020-01-31T08:05:01.164Z\"""";
    private static final String ORIGINAL = "[" + OPEN_TEXT + "}," + CLOSED_TEXT + "}]";

    /** For sessions without an expiry in the file. */
    private static final ExpiryPolicy POLICY = new ExpiryPolicy(Duration.ofDays(3), null);

    private StoreFolder folder = new StoreFolder(Path.of(""));

    @BeforeEach
    void newFolder(@TempDir Path path) {
        folder = new StoreFolder(path);
    }

    @Test
    void readsSessionsOfTheOriginalUnchanged() throws IOException {
        folder.write(ORIGINAL);
        try (SessionStore store = open()) {
            assertThat(store.sessions().find(OPEN, OPENED))
                    .contains(new SessionV1(OPEN, "1", "Zoë", true, OPENED, null, OPENED,
                            "127.0.0.1", "web", new Json("{\"name\":\"x\"}"), new Json("{\"a\":[1,null]}"), 1,
                            OPENED.plus(Duration.ofDays(3))));
            SessionV1 closed = store.sessions().find(CLOSED, NOON).orElseThrow();
            assertThat(closed.active()).isFalse();
            assertThat(closed.closeTime()).isEqualTo("2020-01-31T08:05:01.164Z").isEqualTo(closed.requestTime());
        }
        assertThat(folder.read()).as("a file that was only read").isEqualTo(ORIGINAL);
    }

    @Test
    void writesTheOriginalFormatWithAdditionalKeys() throws IOException {
        folder.write(ORIGINAL);
        try (SessionStore store = open()) {
            changed(store.sessions().change(OPEN,
                    new SessionChange.StoreData(new Json("\"é\""), OPENED.plusMillis(7), null),
                    POLICY));
        }
        assertThat(folder.read()).isEqualTo("[" + OPEN_TEXT.replace("\"request_time\":\"2020-01-31T08:05:00.123Z",
                "\"request_time\":\"2020-01-31T08:05:00.130Z").replace("{\"a\":[1,null]}", "\"é\"")
                + ",\"version\":2,\"expires_at\":\"2020-02-03T08:05:00.130Z\"},"
                + CLOSED_TEXT + ",\"version\":1,\"expires_at\":\"2020-01-31T08:05:01.164Z\"}]");
    }

    @Test
    void removingTheLastSessionLeavesAnEmptyArray() throws IOException {
        folder.write("[" + OPEN_TEXT + "}]");
        try (SessionStore store = open()) {
            changed(store.sessions().delete(OPEN, OPENED, null));
        }
        assertThat(folder.read()).isEqualTo("[]");
    }

    @Test
    void contentIsPreservedExactly() throws IOException {
        String content = "{ \"b\":1.0,\"a\":12345678901234567890.50E+3, \"b\":\"\\u0000\\ud800 é 😀\"}";
        folder.write("[" + OPEN_TEXT.replace("{\"name\":\"x\"}", content) + "}]");
        try (SessionStore store = open()) {
            assertThat(store.sessions().find(OPEN, OPENED).orElseThrow().user()).isEqualTo(new Json(content));
            changed(store.sessions().change(OPEN, new SessionChange.Touch(OPENED, null), POLICY));
        }
        assertThat(folder.read()).contains("\"user\":" + content + ",\"data\"");
    }

    @Test
    void everythingSurvivesARestart() throws IOException {
        List<SessionV1> before;
        try (SessionStore store = open()) {
            for (int i = 0; i < 20; i++) {
                SessionV1 session = StoreFolder.inserted(store);
                if (i % 3 == 0) {
                    changed(store.sessions().change(session.id(), new SessionChange.Close(NOON.plusMillis(i), null),
                            POLICY));
                }
            }
            before = store.copies().readAfter(null, SessionFilter.ALL, NOON, 100);
        }
        try (SessionStore store = open()) {
            assertThat(store.copies().readAfter(null, SessionFilter.ALL, NOON, 100)).isEqualTo(before).hasSize(20);
        }
    }

    /** Such sessions are left by the original after a restart, and by its older versions. */
    @Test
    void repairsErrorsOfTheOriginal() throws IOException {
        folder.write("[" + OPEN_TEXT.replace("\"active\":true", "\"active\":false") + "},"
                + CLOSED_TEXT.replace("\"user_id\":\"3\",", "") + "}]");
        try (SessionStore store = open()) {
            SessionV1 closedWithContent = store.sessions().find(OPEN, NOON).orElseThrow();
            assertThat(closedWithContent.data()).isNull();
            assertThat(closedWithContent.closeTime()).isEqualTo(OPENED);
            assertThat(store.sessions().find(CLOSED, NOON).orElseThrow().userId()).isEmpty();
        }
    }

    @Test
    void readsTheValuesOfAnObjectAsSessions() throws IOException {
        folder.write("{\"a\":" + OPEN_TEXT + "},\"b\":" + CLOSED_TEXT + "}}");
        try (SessionStore store = open()) {
            assertThat(StoreFolder.count(store)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "[]", "{}"})
    void emptyFileHasNoSessions(String content) throws IOException {
        folder.write(content);
        try (SessionStore store = open()) {
            assertThat(StoreFolder.count(store)).isZero();
            StoreFolder.inserted(store);
        }
        assertThat(folder.read()).startsWith("[{\"id\":");
    }

    private SessionStore open() {
        return StoreProviders.open(new StoreSettings(folder.url(), null, null), POLICY);
    }
}
