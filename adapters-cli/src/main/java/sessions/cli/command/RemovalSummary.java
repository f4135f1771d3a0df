package sessions.cli.command;

import java.util.List;
import sessions.cli.output.Column;
import sessions.cli.output.View;
import sessions.wire.resource.RemovalJson;

/**
 * The result of deleting many sessions.
 *
 * @param deleted the number of sessions that were deleted or, in a dry run, would be
 */
record RemovalSummary(long deleted, boolean dryRun) {

    static final View<RemovalSummary> VIEW = View.of(
            List.of(Column.of("deleted", RemovalSummary::deleted), Column.of("dry_run", RemovalSummary::dryRun)),
            summary -> RemovalJson.of(summary.deleted(), summary.dryRun()));
}
