package sessions.cli.transfer;

import java.util.List;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionTransfer;

/** Adds sessions to a store, or simulates that, and counts the results. */
final class SessionImporter {

    private final SessionTransfer store;
    private final boolean dryRun;
    private final Diagnostics diagnostics;
    private long read;
    private long added;
    private long rejected;

    SessionImporter(SessionTransfer store, boolean dryRun, Diagnostics diagnostics) {
        this.store = store;
        this.dryRun = dryRun;
        this.diagnostics = diagnostics;
    }

    void add(List<SessionV1> sessions) {
        SessionTransfer.Addition addition = dryRun ? store.dryRun(sessions) : store.add(sessions);
        read += sessions.size();
        added += addition.added();
        rejected += addition.rejected().size();
        addition.rejected().forEach(each -> diagnostics.add("skipped: " + each.reason(), "id " + each.id()));
    }

    /** The number of sessions passed to {@link #add}. */
    long read() {
        return read;
    }

    /** The number of sessions added. */
    long added() {
        return added;
    }

    /** The number of sessions that the store cannot hold. */
    long rejected() {
        return rejected;
    }

    /** The number of sessions that already existed. */
    long present() {
        return read - added - rejected;
    }
}
