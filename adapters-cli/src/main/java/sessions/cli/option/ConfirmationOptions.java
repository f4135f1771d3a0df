package sessions.cli.option;

import java.util.List;
import picocli.CommandLine.Option;
import sessions.cli.output.ConfirmationPrompt;
import sessions.cli.output.SessionCount;
import sessions.domain.model.SessionV1;
import sessions.shell.BasicCommand;

/** Whether to go on with what touches several sessions. */
public final class ConfirmationOptions {

    /** As many sessions as a question shows. */
    public static final int SHOWN = 5;

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Only show what would be done.")
    private boolean dryRun;

    public boolean isDryRun() {
        return dryRun;
    }

    /** What to show of many before asking; none where they cannot be listed. */
    public interface Sample {
        List<SessionV1> sessions();
    }

    /**
     * Whether to go on with so many sessions: asks where it is about more than one.
     *
     * @param doing what the command does, as a word such as {@code close}
     * @param inputIsTaken whether standard input is taken, so that it cannot answer
     */
    public boolean areConfirmed(BasicCommand command, String doing, long count, boolean inputIsTaken, Sample sample) {
        if (count <= 1 || yes) {
            return true;
        }
        if (!command.shell().terminal().isInteractive() || inputIsTaken) {
            throw command.rejected("would " + doing + " " + SessionCount.sessions(count)
                    + "; cannot ask for confirmation: add --yes (or --dry-run)");
        }
        ConfirmationPrompt question = new ConfirmationPrompt(command.shell(), command.err());
        question.show(doing, count, sample.sessions());
        boolean confirmed = question.isConfirmed(doing, count);
        if (!confirmed) {
            command.say("nothing was changed");
        }
        return confirmed;
    }
}
