package sessions.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import sessions.cli.option.ConfirmationOptions;
import sessions.cli.option.IdOptions;
import sessions.cli.option.OutputOptions;
import sessions.cli.option.VersionOption;
import sessions.cli.output.ConfirmationPrompt;
import sessions.cli.output.Printer;
import sessions.cli.output.Progress;
import sessions.cli.output.SessionCount;
import sessions.cli.output.SessionView;
import sessions.domain.error.SessionsException;
import sessions.domain.error.StaleVersionException;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.shell.ExitCode;
import sessions.shell.Shell;

/** A command that applies an operation to each of the given sessions and prints them. */
abstract class IdsCommand extends ServiceCommand {

    @Mixin
    private IdOptions ids = new IdOptions();

    @Mixin
    private VersionOption expected = new VersionOption();

    @Mixin
    private ConfirmationOptions confirmation = new ConfirmationOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final String verb;

    /** @param verb the operation, such as {@code close} */
    IdsCommand(Shell shell, String verb) {
        super(shell);
        this.verb = verb;
    }

    /** Applies the operation. Returns the session after it, or empty if the session does not exist. */
    abstract Optional<SessionV1> apply(DrivingPorts ports, String sessionId, @Nullable Long version);

    @Override
    int run(DrivingPorts ports) {
        List<String> wanted = ids.read(shell());
        if (isVersionExpected() && wanted.size() > 1) {
            throw rejected("--if-version works with one session only");
        }
        if (confirmation.isDryRun()) {
            List<SessionV1> found = found(ports, wanted);
            new ConfirmationPrompt(shell(), err()).show(verb, found.size(), sample(found));
            return printAll(wanted, id -> preview(ports, id), false);
        }
        if (wanted.size() > 1 && !confirmation.isYes() && !ask(found(ports, wanted))) {
            return ExitCode.FAILED;
        }
        return printAll(wanted, id -> apply(ports, id, expected.version()), true);
    }

    /** Returns the session unchanged; fails if the operation would fail because of the version. */
    private Optional<SessionV1> preview(DrivingPorts ports, String id) {
        Optional<SessionV1> session = ports.resources().getSession(correlationId(), id);
        session.filter(existing -> isVersionExpected() && !Objects.equals(expected.version(), existing.version()))
                .ifPresent(existing -> {
                    throw new StaleVersionException(existing.version());
                });
        return session;
    }

    final boolean isConfirmed(long count, ConfirmationOptions.Sample sample) {
        return confirmation.isConfirmed(this, verb, count, ids.usesStandardInput(), sample);
    }

    final boolean isDryRun() {
        return confirmation.isDryRun();
    }

    final boolean isVersionExpected() {
        return expected.version() != null;
    }

    final boolean hasIds() {
        return ids.hasIds();
    }

    final OutputOptions output() {
        return output;
    }

    /** Asks about the sessions that exist. */
    private boolean ask(List<SessionV1> found) {
        return found.isEmpty()
                || confirmation.ask(this, verb, found.size(), ids.usesStandardInput(), () -> sample(found));
    }

    /** Returns the sessions that exist. */
    private List<SessionV1> found(DrivingPorts ports, List<String> wanted) {
        return wanted.stream().flatMap(id -> ports.resources().getSession(correlationId(), id).stream())
                .map(SessionV1::withoutContent).toList();
    }

    private static List<SessionV1> sample(List<SessionV1> found) {
        return found.stream().limit(ConfirmationOptions.SHOWN).toList();
    }

    private interface Step {
        Optional<SessionV1> apply(String id);
    }

    private int printAll(List<String> wanted, Step step, boolean changing) {
        Printer<SessionV1> printer = output.listPrinter(SessionView.WHOLE, out(), shell());
        List<String> missing = new ArrayList<>();
        long done = 0;
        // On a terminal, the printed rows show the progress.
        try (Progress progress = progress(changing && !shell().terminal().output() ? wanted.size() : 0)) {
            for (String id : wanted) {
                Optional<SessionV1> session = step.apply(id);
                session.ifPresentOrElse(printer::print, () -> missing.add(id));
                done += session.isPresent() ? 1 : 0;
                progress.advance(session.isPresent() ? 1 : 0);
                if (changing && out().checkError()) {
                    printMessage(
                            SessionCount.sessions(done) + " done; stopped because the output could not be written");
                    return ExitCode.FAILED;
                }
            }
        } catch (SessionsException failed) {
            printer.abort();
            out().flush();
            missing.forEach(this::printNotFound);
            throw changing && done > 0 ? reportDone(done, failed) : failed;
        }
        printer.end();
        out().flush();
        missing.forEach(this::printNotFound);
        return missing.isEmpty() ? ExitCode.OK : ExitCode.NOT_FOUND;
    }

    final Progress progress(long total) {
        return Progress.of(verb, total, shell(), err());
    }
}
