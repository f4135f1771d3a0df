package sessions.persistence.jdbi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.SqlDatabase;
import sessions.testkit.Concurrently;
import sessions.testkit.server.StoppablePostgres;

/**
 * If the server is down or does not respond, callers get an error soon. They are served again soon after it is back.
 */
@Tag("slow")
@Timeout(60)
class PostgresOutageTest {

    private static final int CALLERS = 3 * SqlDatabase.CONNECTIONS;
    private static final Duration SOON = Duration.ofMillis(3500);
    private static final Duration MAX_READ = Duration.ofSeconds(5);

    private final SessionV1 session = session("user", NOON);

    @TempDir
    private Path folder;
    private StoppablePostgres server;
    private SessionStore store;

    @BeforeEach
    void start() {
        server = StoppablePostgres.startIn(folder);
        store = StoreProviders
                .open(new StoreSettings(server.url() + "&socketTimeout=" + MAX_READ.toSeconds(), null, null));
        store.sessions().insert(session);
        callers();
    }

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }

    @Test
    void callsFailSoonDuringAnOutageAndSucceedSoonAfterIt() {
        server.stop();
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(callers()).allSatisfy(call -> {
                assertThat(call.found()).isEmpty();
                assertThat(call.took()).isLessThan(SOON);
            });
        }
        server.startAgain();
        assertRecovers();
    }

    @Test
    void unresponsiveServerBlocksOnlyTheCallsThatWaitForIt() {
        server.suspend();
        assertThat(callers()).allSatisfy(call -> {
            assertThat(call.found()).isEmpty();
            assertThat(call.took()).isLessThan(MAX_READ.plus(SOON));
        }).filteredOn(call -> call.took().compareTo(SOON) < 0).hasSizeGreaterThanOrEqualTo(CALLERS / 2);
        server.resume();
        assertRecovers();
    }

    private void assertRecovers() {
        long since = System.nanoTime();
        Call call;
        do {
            call = find();
        } while (call.found().isEmpty());
        assertThat(call.found()).contains(session);
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(20));
    }

    /** Makes more calls at the same time than the pool has connections. */
    private List<Call> callers() {
        return Concurrently.run(CALLERS, _ -> this::find);
    }

    /** Makes a call; any exception but an outage fails the test. */
    private Call find() {
        long since = System.nanoTime();
        Optional<SessionV1> found;
        try {
            found = store.sessions().find(session.id(), NOON);
        } catch (StoreUnavailableException outage) {
            found = Optional.empty();
        }
        return new Call(found, Duration.ofNanos(System.nanoTime() - since));
    }

    /** @param found empty if the store was unavailable */
    private record Call(Optional<SessionV1> found, Duration took) {
    }
}
