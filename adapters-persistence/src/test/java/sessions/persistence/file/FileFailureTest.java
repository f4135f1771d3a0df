package sessions.persistence.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.testkit.Concurrently;

/** A change that cannot be written is rejected and not visible, and the next change tries again. */
@Timeout(60)
class FileFailureTest {

    private final StoreFolder folder;
    private final SessionStore store;
    private final SessionV1 session;

    FileFailureTest(@TempDir Path path) {
        folder = new StoreFolder(path);
        store = folder.open();
        session = StoreFolder.inserted(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void failedChangesAreRejectedAndNotVisible() throws IOException {
        String before = folder.read();
        StoreFolder.obstruct(folder.file());
        SessionV1 other = session("other", NOON);
        List<Consumer<SessionStore>> changes = List.of(to -> to.sessions().insert(other),
                to -> to.sessions().change(session.id(), new SessionChange.Touch(NOON, null), ONE_HOUR),
                to -> to.sessions().delete(session.id(), NOON, null),
                to -> to.closing().closeMatching(SessionFilter.ALL, NOON, null, 1),
                to -> to.closing().closeExpired(NOON.plus(ONE_HOUR.idleTimeout()).plusSeconds(1), 1),
                to -> to.removal().removeOfUser("user", 1), to -> to.copies().insertMissing(List.of(other)),
                to -> to.idempotency().insertOnce(other, record(other), NOON));
        for (Consumer<SessionStore> change : changes) {
            assertThatThrownBy(() -> change.accept(store)).isInstanceOf(StoreUnavailableException.class)
                    .hasMessage("The change could not be written to disk").hasCauseInstanceOf(IOException.class);
            assertThat(store.copies().readAfter(null, SessionFilter.ALL, NOON, 10)).containsExactly(session);
            assertThat(folder.read()).isEqualTo(before);
        }
        StoreFolder.unobstruct(folder.file());
        assertThat(store.idempotency().insertOnce(other, record(other), NOON)).isEmpty();
        assertThat(store.removal().removeOfUser("user", 1)).isEqualTo(1);
        assertThat(restarted()).containsExactly(other);
    }

    @Test
    void concurrentFailedChangesAreAllRejected() {
        StoreFolder.obstruct(folder.file());
        List<Boolean> rejected = Concurrently.run(100, i -> () -> {
            assertThatThrownBy(() -> store.sessions().insert(session("u" + i, NOON)))
                    .isInstanceOf(StoreUnavailableException.class);
            return StoreFolder.count(store) == 1;
        });
        assertThat(rejected).containsOnly(true);
    }

    /** The new file was written completely, but cannot be renamed. */
    @Test
    void failedRenameIsRepeatedEvenIfNothingChanges() throws IOException {
        Files.delete(folder.file());
        Files.createDirectories(folder.file().resolve("obstacle"));
        assertThatThrownBy(() -> store.sessions().delete(session.id(), NOON, null))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(store.sessions().find(session.id(), NOON)).contains(session);
        assertThat(folder.path().resolve("sessions.json.tmp")).doesNotExist();
        SessionChange stale = new SessionChange.Close(NOON, 7L);
        assertThatThrownBy(() -> store.sessions().change(session.id(), stale, ONE_HOUR))
                .as("the state on disk is unknown").isInstanceOf(StoreUnavailableException.class);
        Files.delete(folder.file().resolve("obstacle"));
        Files.delete(folder.file());
        assertThat(store.sessions().change(session.id(), stale, ONE_HOUR)).isEqualTo(new ChangeOutcome.Stale(session));
        assertThat(restarted()).containsExactly(session);
    }

    @Test
    void closingRepeatsAFailedWrite() throws IOException {
        Files.delete(folder.file());
        Files.createDirectories(folder.file().resolve("obstacle"));
        assertThatThrownBy(() -> store.sessions().delete(session.id(), NOON, null))
                .isInstanceOf(StoreUnavailableException.class);
        Files.delete(folder.file().resolve("obstacle"));
        Files.delete(folder.file());
        assertThat(restarted()).containsExactly(session);
    }

    @Test
    void sessionStaysIfItsRecordCannotBeWritten() throws IOException {
        SessionV1 keyed = session("claimed", NOON);
        store.idempotency().insertOnce(keyed, record(keyed), NOON);
        StoreFolder.obstruct(folder.recordFile());
        assertThatThrownBy(() -> store.sessions().delete(keyed.id(), NOON, null))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(store.sessions().find(keyed.id(), NOON)).contains(keyed);
        StoreFolder.unobstruct(folder.recordFile());
        assertThat(store.sessions().delete(keyed.id(), NOON, null)).isEqualTo(new ChangeOutcome.Changed(keyed));
    }

    @Test
    void recordStaysIfItsSessionCannotBeAddedAgain() throws IOException {
        SessionV1 keyed = session("claimed", NOON);
        store.idempotency().insertOnce(keyed, record(keyed), NOON);
        store.sessions().delete(keyed.id(), NOON, null);
        StoreFolder.obstruct(folder.file());
        assertThatThrownBy(() -> store.copies().insertMissing(List.of(keyed)))
                .isInstanceOf(StoreUnavailableException.class);
        StoreFolder.unobstruct(folder.file());
        store.close();
        try (SessionStore again = folder.open()) {
            assertThat(again.idempotency().insertOnce(keyed, record(keyed), NOON)).contains(record(keyed));
            assertThat(again.sessions().find(keyed.id(), NOON)).isEmpty();
        }
    }

    private static IdempotencyRecord record(SessionV1 session) {
        return new IdempotencyRecord("k", "h", session.id(), NOON.plusSeconds(1));
    }

    private List<SessionV1> restarted() {
        store.close();
        try (SessionStore again = folder.open()) {
            return again.copies().readAfter(null, SessionFilter.ALL, NOON, 10);
        }
    }
}
