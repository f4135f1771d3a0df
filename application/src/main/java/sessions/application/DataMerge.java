package sessions.application;

import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.MergePatch;
import sessions.domain.port.driven.SessionStore;

/**
 * Merges patches into the data of sessions. It reads, merges, and stores with the version that was read as the expected
 * version, so that no concurrent change is lost.
 */
final class DataMerge {

    /**
     * Each failed attempt means that another change succeeded. This many in a row mean that callers change the session
     * too often.
     */
    private static final int ATTEMPTS = 50;

    private final SessionStore store;
    private final InstantSource clock;
    private final SessionChanger changes;
    private final MergePatch mergePatch;

    DataMerge(SessionStore store, InstantSource clock, SessionChanger changes, MergePatch mergePatch) {
        this.store = store;
        this.clock = clock;
        this.changes = changes;
        this.mergePatch = mergePatch;
    }

    /** Returns the session after the merge, or empty if it does not exist. */
    Optional<SessionV1> into(SessionId id, Json patch, @Nullable Long expectedVersion) {
        for (int attempt = 1;; attempt++) {
            Optional<SessionV1> current = store.sessions().find(id, clock.instant());
            if (current.isEmpty()) {
                return current;
            }
            ChangeOutcome outcome = merged(current.get(), patch, expectedVersion);
            boolean overtaken = outcome instanceof ChangeOutcome.Stale && expectedVersion == null;
            if (!overtaken || attempt == ATTEMPTS) {
                return SessionChanger.toSession(outcome);
            }
        }
    }

    private ChangeOutcome merged(SessionV1 session, Json patch, @Nullable Long expectedVersion) {
        if (!session.active()) {
            return new ChangeOutcome.Closed(session);
        }
        if (expectedVersion != null && expectedVersion != session.version()) {
            return new ChangeOutcome.Stale(session);
        }
        Json data = mergePatch.apply(session.data(), patch);
        return changes.outcome(session.id(), new SessionChange.StoreData(data, clock.instant(), session.version()));
    }
}
