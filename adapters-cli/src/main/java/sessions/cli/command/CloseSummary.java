package sessions.cli.command;

import java.util.List;
import sessions.cli.output.Column;
import sessions.cli.output.View;
import sessions.wire.resource.ResourceJson;

/**
 * What became of closing by conditions.
 *
 * @param closed how many sessions were closed, or would be
 */
record CloseSummary(long closed, boolean dryRun) {

    static final View<CloseSummary> VIEW = View.of(
            List.of(Column.of("closed", CloseSummary::closed), Column.of("dry_run", CloseSummary::dryRun)),
            closing -> ResourceJson.ofClosing(closing.closed(), closing.dryRun()));
}
