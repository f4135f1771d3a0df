package sessions.persistence.file;

import java.util.function.Function;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.memory.StagedSessions;

/** Makes changes durable in the file before readers see them. */
final class FileChanges implements AutoCloseable {

    private final FileGroupCommit commits;
    private final StagedSessions sessions;
    private volatile boolean closed;

    FileChanges(StagedSessions sessions, StoreFiles files) {
        this.sessions = sessions;
        this.commits = FileGroupCommit.start(sessions, files);
    }

    /** Makes a change that removes no session, and returns its result once it is on disk. */
    <T> T change(Function<SessionStore, T> change) {
        return commits.apply(new PendingChange<>(false, change));
    }

    /** Makes a change that may remove sessions, and returns its result once it is on disk. */
    <T> T remove(Function<SessionStore, T> change) {
        return commits.apply(new PendingChange<>(true, change));
    }

    /**
     * Returns the sessions that readers see.
     *
     * @throws sessions.domain.error.StoreUnavailableException if the store is closed
     */
    SessionStore visible() {
        if (closed) {
            throw FileGroupCommit.closed();
        }
        return sessions.visible();
    }

    /** Writes the waiting changes and rejects later ones. */
    @Override
    public void close() {
        closed = true;
        commits.close();
    }
}
