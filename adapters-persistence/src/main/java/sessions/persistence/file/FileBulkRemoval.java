package sessions.persistence.file;

import java.time.Instant;
import sessions.domain.port.driven.BulkRemoval;

/** Removes many sessions from a flat file. */
record FileBulkRemoval(FileChanges changes) implements BulkRemoval {

    @Override
    public int removeEnded(Instant before, Instant now, int limit) {
        return changes.remove(staged -> staged.removal().removeEnded(before, now, limit));
    }

    @Override
    public long countEnded(Instant before, Instant now) {
        return changes.visible().removal().countEnded(before, now);
    }

    @Override
    public int removeOfUser(String userId, int limit) {
        return changes.remove(staged -> staged.removal().removeOfUser(userId, limit));
    }
}
