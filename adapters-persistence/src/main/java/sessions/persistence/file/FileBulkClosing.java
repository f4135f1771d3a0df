package sessions.persistence.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SweptBatch;
import sessions.domain.port.driven.BulkClosing;

/** Closes many sessions in a flat file. */
record FileBulkClosing(FileChanges changes) implements BulkClosing {

    @Override
    public SweptBatch closeExpired(Instant now, int limit) {
        return changes.change(staged -> staged.closing().closeExpired(now, limit));
    }

    @Override
    public ClosedBatch closeMatching(SessionFilter filter, Instant now, @Nullable SessionCursor after, int limit) {
        return changes.change(staged -> staged.closing().closeMatching(filter, now, after, limit));
    }
}
