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

/** A command about sessions that are named one by one: it does something to each and prints them. */
abstract class IdsCommand extends ServiceCommand {

    @Mixin
    private IdOptions ids = new IdOptions();

    @Mixin
    private VersionOption expected = new VersionOption();

    @Mixin
    private ConfirmationOptions confirmation = new ConfirmationOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final String doing;

    /** @param doing what it does, as a word such as {@code close} */
    IdsCommand(Shell shell, String doing) {
        super(shell);
        this.doing = doing;
    }

    /** The session after what the command does to it, or empty where there is none. */
    abstract Optional<SessionV1> apply(DrivingPorts ports, String sessionId, @Nullable Long version);

    @Override
    int run(DrivingPorts ports) {
        List<String> wanted = ids.read(shell());
        if (isVersionExpected() && wanted.size() > 1) {
            throw rejected("--if-version works with one session only");
        }
        if (confirmation.isDryRun()) {
            new ConfirmationPrompt(shell(), err()).show(doing, wanted.size(), present(ports, wanted));
            return printAll(wanted, id -> rehearsed(ports, id), false);
        }
        if (!isConfirmed(wanted.size(), () -> present(ports, wanted))) {
            return ExitCode.FAILED;
        }
        return printAll(wanted, id -> apply(ports, id, expected.version()), true);
    }

    /** The session as it is, where the command would do something to it. */
    private Optional<SessionV1> rehearsed(DrivingPorts ports, String id) {
        Optional<SessionV1> session = ports.resources().getSession(correlationId(), id);
        session.filter(present -> isVersionExpected() && !Objects.equals(expected.version(), present.version()))
                .ifPresent(present -> {
                    throw new StaleVersionException(present.version());
                });
        return session;
    }

    final boolean isConfirmed(long count, ConfirmationOptions.Sample sample) {
        return confirmation.areConfirmed(this, doing, count, ids.takeStandardInput(), sample);
    }

    final boolean isDryRun() {
        return confirmation.isDryRun();
    }

    final boolean isVersionExpected() {
        return expected.version() != null;
    }

    final boolean areNamed() {
        return ids.areGiven();
    }

    final OutputOptions output() {
        return output;
    }

    private List<SessionV1> present(DrivingPorts ports, List<String> wanted) {
        return wanted.stream().limit(ConfirmationOptions.SHOWN)
                .flatMap(id -> ports.resources().getSession(correlationId(), id).stream()).toList();
    }

    private interface Step {
        Optional<SessionV1> apply(String id);
    }

    private int printAll(List<String> wanted, Step step, boolean changing) {
        Printer<SessionV1> printer = output.many(SessionView.WHOLE, out(), shell());
        List<String> missing = new ArrayList<>();
        long done = 0;
        // Where rows appear on the same terminal, they show how far it is.
        try (Progress progress = progress(changing && !shell().terminal().output() ? wanted.size() : 0)) {
            for (String id : wanted) {
                Optional<SessionV1> session = step.apply(id);
                session.ifPresentOrElse(printer::print, () -> missing.add(id));
                done += session.isPresent() ? 1 : 0;
                progress.advance(1);
                if (changing && out().checkError()) {
                    say(SessionCount.sessions(done) + " done; stopped because the output could not be written");
                    return ExitCode.FAILED;
                }
            }
        } catch (SessionsException failed) {
            printer.breakOff();
            out().flush();
            missing.forEach(this::sayNotFound);
            throw changing && done > 0 ? after(done, failed) : failed;
        }
        printer.end();
        out().flush();
        missing.forEach(this::sayNotFound);
        return missing.isEmpty() ? ExitCode.OK : ExitCode.NOT_FOUND;
    }

    final Progress progress(long total) {
        return Progress.of(doing, total, shell(), err());
    }
}
