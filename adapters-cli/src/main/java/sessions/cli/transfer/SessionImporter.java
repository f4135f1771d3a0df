package sessions.cli.transfer;

import java.util.List;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionTransfer;

/** Adds sessions to a store, or finds out what that would do, and counts what becomes of them. */
final class SessionImporter {

    private final SessionTransfer store;
    private final boolean dryRun;
    private final Diagnostics findings;
    private long taken;
    private long added;
    private long rejected;

    SessionImporter(SessionTransfer store, boolean dryRun, Diagnostics findings) {
        this.store = store;
        this.dryRun = dryRun;
        this.findings = findings;
    }

    void take(List<SessionV1> sessions) {
        SessionTransfer.Addition addition = dryRun ? store.dryRun(sessions) : store.add(sessions);
        taken += sessions.size();
        added += addition.added();
        rejected += addition.rejected().size();
        addition.rejected().forEach(each -> findings.note("skipped: " + each.reason(), "id " + each.id()));
    }

    /** How many there were in all. */
    long taken() {
        return taken;
    }

    /** How many were added. */
    long added() {
        return added;
    }

    /** How many the store cannot hold. */
    long rejected() {
        return rejected;
    }

    /** How many were there already. */
    long present() {
        return taken - added - rejected;
    }
}
