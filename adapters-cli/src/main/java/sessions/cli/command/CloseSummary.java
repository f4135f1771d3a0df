package sessions.cli.command;

import java.util.List;
import sessions.cli.output.Column;
import sessions.cli.output.View;
import sessions.wire.resource.ResourceJson;

/**
 * The result of closing by filter.
 *
 * @param closed the number of sessions that were closed or, in a dry run, would be
 */
record CloseSummary(long closed, boolean dryRun) {

    static final View<CloseSummary> VIEW = View.of(
            List.of(Column.of("closed", CloseSummary::closed), Column.of("dry_run", CloseSummary::dryRun)),
            summary -> ResourceJson.ofClosing(summary.closed(), summary.dryRun()));
}
