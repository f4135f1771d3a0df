package sessions.cli.command;

import java.util.List;
import sessions.cli.output.Column;
import sessions.cli.output.View;
import sessions.wire.resource.RemovalJson;

/**
 * What became of removing many sessions for good.
 *
 * @param deleted how many sessions were removed, or would be
 */
record RemovalSummary(long deleted, boolean dryRun) {

    static final View<RemovalSummary> VIEW = View.of(
            List.of(Column.of("deleted", RemovalSummary::deleted), Column.of("dry_run", RemovalSummary::dryRun)),
            removal -> RemovalJson.of(removal.deleted(), removal.dryRun()));
}
