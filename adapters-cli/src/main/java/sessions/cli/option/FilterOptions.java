package sessions.cli.option;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.TimeRange;
import sessions.shell.BasicCommand;

/** The options that filter sessions. Their names are those of the resource API. */
public final class FilterOptions {

    @Option(names = "--user", paramLabel = "ID", description = "Sessions of this user.")
    private @Nullable String user;

    @Option(names = "--address", paramLabel = "TEXT",
            description = "Sessions with exactly this address; requires --user.")
    private @Nullable String address;

    @Option(names = "--client", paramLabel = "TEXT",
            description = "Sessions with exactly this client; requires --user.")
    private @Nullable String client;

    @Option(names = "--opened-from", paramLabel = "TIME", converter = TimeExpression.Converter.class,
            description = "Opened at or after this time: ISO 8601 (UTC if no zone is given), or an age such as 2h.")
    private @Nullable TimeExpression openedFrom;

    @Option(names = "--opened-to", paramLabel = "TIME", converter = TimeExpression.Converter.class,
            description = "Opened before this time.")
    private @Nullable TimeExpression openedTo;

    @Option(names = "--requested-from", paramLabel = "TIME", converter = TimeExpression.Converter.class,
            description = "Last request at or after this time.")
    private @Nullable TimeExpression requestedFrom;

    @Option(names = "--requested-to", paramLabel = "TIME", converter = TimeExpression.Converter.class,
            description = "Last request before this time.")
    private @Nullable TimeExpression requestedTo;

    /** Rejects invalid combinations of options. */
    public void check(BasicCommand command) {
        if (user == null && (address != null || client != null)) {
            throw command.rejected((address == null ? "--client" : "--address") + " requires --user");
        }
    }

    /**
     * Returns the filter that the options describe.
     *
     * @throws sessions.domain.error.InvalidDataException if no session can have such a value
     */
    public SessionFilter filter(Instant now) {
        return new SessionFilter(null, user, null, range(requestedFrom, requestedTo, now),
                range(openedFrom, openedTo, now), address, client, null);
    }

    private static TimeRange range(@Nullable TimeExpression from, @Nullable TimeExpression to, Instant now) {
        return new TimeRange(from == null ? null : from.asOf(now), to == null ? null : to.asOf(now));
    }
}
