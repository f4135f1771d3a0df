package sessions.cli;

import java.util.List;
import sessions.wire.resource.RemovalJson;

/**
 * What became of removing many sessions for good.
 *
 * @param deleted how many sessions were removed, or would be
 */
record Removal(long deleted, boolean dryRun) {

    static final View<Removal> VIEW = View.of(
            List.of(Column.of("deleted", Removal::deleted), Column.of("dry_run", Removal::dryRun)),
            removal -> RemovalJson.of(removal.deleted(), removal.dryRun()));
}
