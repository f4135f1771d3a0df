package sessions.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import sessions.domain.DrivingPorts;
import sessions.domain.SessionV1;
import sessions.domain.SessionsException;

/** A command about sessions that are named one by one: it does something to each and prints them. */
abstract class IdsCommand extends AdminCommand {

    /** As many sessions as a question shows. */
    static final int SHOWN = 5;

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
        if (expected.version() != null && wanted.size() > 1) {
            throw refused("--if-version goes with one session only");
        }
        if (confirmation.isDryRun()) {
            return printAll(wanted, id -> ports.resources().getSession(correlationId(), id), false);
        }
        if (!isConfirmed(wanted.size(), () -> present(ports, wanted))) {
            return ExitCode.FAILED;
        }
        return printAll(wanted, id -> apply(ports, id, expected.version()), true);
    }

    /** What to show of many before asking. */
    interface Sample {
        List<SessionV1> sessions();
    }

    /** Whether to go on with so many sessions: asks where it is about more than one. */
    final boolean isConfirmed(long count, Sample sample) {
        if (count <= 1 || confirmation.isGiven()) {
            return true;
        }
        if (!shell().terminal().input() || ids.takeStandardInput()) {
            throw refused("this would " + doing + " " + Counts.sessions(count)
                    + "; where nobody can be asked, add --yes (or --dry-run)");
        }
        Question question = new Question(shell(), err());
        question.show(doing, count, sample.sessions());
        boolean yes = question.isAnsweredYes(doing, count);
        if (!yes) {
            say("nothing was changed");
        }
        return yes;
    }

    final boolean isDryRun() {
        return confirmation.isDryRun();
    }

    final boolean areNamed() {
        return ids.areGiven();
    }

    final OutputOptions output() {
        return output;
    }

    /** Says, before the error itself is told, how much was done until then. */
    final SessionsException after(long done, SessionsException failed) {
        say(Counts.sessions(done) + " done before this:");
        return failed;
    }

    private List<SessionV1> present(DrivingPorts ports, List<String> wanted) {
        return wanted.stream().limit(SHOWN)
                .flatMap(id -> ports.resources().getSession(correlationId(), id).stream()).toList();
    }

    private interface Step {
        Optional<SessionV1> apply(String id);
    }

    private int printAll(List<String> wanted, Step step, boolean changing) {
        Printer<SessionV1> printer = output.many(SessionView.WHOLE, out(), shell());
        List<String> missing = new ArrayList<>();
        long done = 0;
        try (Progress progress = progress(changing ? wanted.size() : 0)) {
            for (String id : wanted) {
                step.apply(id).ifPresentOrElse(printer::print, () -> missing.add(id));
                progress.advance(1);
                done++;
            }
        } catch (SessionsException failed) {
            throw changing && done > 0 ? after(done, failed) : failed;
        } finally {
            out().flush();
        }
        printer.end();
        out().flush();
        missing.forEach(this::sayNotFound);
        return missing.isEmpty() ? ExitCode.OK : ExitCode.NOT_FOUND;
    }

    final Progress progress(long total) {
        return Progress.of(doing.substring(0, 1).toUpperCase(Locale.ROOT) + doing.substring(1), total, shell(), err());
    }
}
