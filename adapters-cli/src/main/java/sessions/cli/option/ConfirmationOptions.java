package sessions.cli.option;

import java.util.List;
import picocli.CommandLine.Option;
import sessions.cli.output.ConfirmationPrompt;
import sessions.cli.output.SessionCount;
import sessions.domain.model.SessionV1;
import sessions.shell.BasicCommand;

/** The options for confirming operations on several sessions. */
public final class ConfirmationOptions {

    /** The number of sessions that a question shows. */
    public static final int SHOWN = 5;

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Only show what would be done.")
    private boolean dryRun;

    public boolean isYes() {
        return yes;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** Supplies the sessions to show before asking; empty if they cannot be listed. */
    public interface Sample {
        List<SessionV1> sessions();
    }

    /**
     * Returns whether to proceed. Asks if more than one session is concerned.
     *
     * @param verb the operation, such as {@code close}
     * @param inputUsed whether the command reads standard input, so that it cannot ask
     */
    public boolean isConfirmed(BasicCommand command, String verb, long count, boolean inputUsed, Sample sample) {
        return count <= 1 || ask(command, verb, count, inputUsed, sample);
    }

    /** Like {@link #isConfirmed}, but also asks about a single session. */
    public boolean ask(BasicCommand command, String verb, long count, boolean inputUsed, Sample sample) {
        if (yes) {
            return true;
        }
        if (!command.shell().terminal().isInteractive() || inputUsed) {
            throw command.rejected("would " + verb + " " + SessionCount.sessions(count)
                    + "; cannot ask for confirmation: add --yes (or --dry-run)");
        }
        ConfirmationPrompt question = new ConfirmationPrompt(command.shell(), command.err());
        question.show(verb, count, sample.sessions());
        boolean confirmed = question.isConfirmed(verb, count);
        if (!confirmed) {
            command.printMessage("nothing was changed");
        }
        return confirmed;
    }
}
