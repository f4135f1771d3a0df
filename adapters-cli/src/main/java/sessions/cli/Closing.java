package sessions.cli;

import java.util.List;
import sessions.wire.resource.ResourceJson;

/**
 * What became of closing by conditions.
 *
 * @param closed how many sessions were closed, or would be
 */
record Closing(long closed, boolean dryRun) {

    static final View<Closing> VIEW = View.of(
            List.of(Column.of("closed", Closing::closed), Column.of("dry_run", Closing::dryRun)),
            closing -> ResourceJson.ofClosing(closing.closed(), closing.dryRun()));
}
