package sessions.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sessions.cli.option.ConfirmationOptions;
import sessions.cli.option.FilterOptions;
import sessions.cli.output.ConfirmationPrompt;
import sessions.cli.output.Progress;
import sessions.domain.error.SessionsException;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.port.driving.SessionAdmin;
import sessions.shell.ExitCode;
import sessions.shell.Shell;

@Command(name = "close", mixinStandardHelpOptions = true, description = {
        "Close sessions by id and print them, or close all active sessions that match a filter.",
        "Sessions that are already closed do not change."})
public final class CloseCommand extends IdsCommand {

    @Mixin
    private FilterOptions filterOptions = new FilterOptions();

    @Option(names = "--except", paramLabel = "ID", description = "Do not close this session.")
    private @Nullable String except;

    public CloseCommand(Shell shell) {
        super(shell, "close");
    }

    @Override
    void check() {
        filterOptions.check(this);
        boolean filtered = !filterOptions.filter(shell().clock().instant()).isUnrestricted();
        if (hasIds() == filtered) {
            throw rejected(filtered
                    ? "give either session ids or a filter such as --user"
                    : "give session ids or a filter such as --user; to close all sessions, use --opened-to");
        }
        if (filtered && isVersionExpected()) {
            throw rejected("--if-version requires a session id");
        }
        if (except != null && (!filtered || SessionId.parse(except).isEmpty())) {
            throw rejected("--except requires a filter and a session id of 32 lower-case hexadecimal digits");
        }
    }

    @Override
    Optional<SessionV1> apply(DrivingPorts ports, String sessionId, @Nullable Long version) {
        return ports.resources().close(correlationId(), sessionId, version);
    }

    @Override
    int run(DrivingPorts ports) {
        return hasIds() ? super.run(ports) : closeMatching(ports);
    }

    private int closeMatching(DrivingPorts ports) {
        SessionFilter filter = filterOptions.filter(shell().clock().instant())
                .withExcept(except == null ? null : SessionId.parse(except).orElseThrow());
        long matching = ports.admin().countSessionsToClose(correlationId(), filter);
        if (isDryRun()) {
            new ConfirmationPrompt(shell(), err()).show("close", matching, sample(ports, filter));
            return print(new CloseSummary(matching, true));
        }
        if (!isConfirmed(matching, () -> sample(ports, filter))) {
            return ExitCode.FAILED;
        }
        return print(new CloseSummary(closeInBatches(ports, filter, matching), false));
    }

    private long closeInBatches(DrivingPorts ports, SessionFilter filter, long matching) {
        long closed = 0;
        try (Progress progress = progress(matching)) {
            SessionCursor after = null;
            do {
                ClosedBatch batch = ports.admin().closeBatch(correlationId(), filter, after,
                        SessionAdmin.BATCH_SIZE);
                closed += batch.closed();
                progress.advance(batch.closed());
                after = batch.next();
            } while (after != null);
        } catch (SessionsException failed) {
            throw reportDone(closed, failed);
        }
        return closed;
    }

    private List<SessionV1> sample(DrivingPorts ports, SessionFilter filter) {
        List<SessionV1> sample = new ArrayList<>();
        // Lists do not support --except, so one more session may be needed.
        new ListPager(ports.resources(), correlationId(), filter.withExcept(null).withActive(true))
                .forEachPage(ConfirmationOptions.SHOWN + 1, sample::addAll);
        return sample.stream().filter(filter::matches).limit(ConfirmationOptions.SHOWN).toList();
    }

    private int print(CloseSummary summary) {
        output().printItem(summary, CloseSummary.VIEW, out(), shell());
        return ExitCode.OK;
    }
}
