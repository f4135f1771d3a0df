package sessions.cli;

import java.util.List;
import picocli.CommandLine.Option;
import sessions.domain.model.SessionV1;

/** Whether to go on with what touches several sessions. */
final class ConfirmationOptions {

    /** As many sessions as a question shows. */
    static final int SHOWN = 5;

    @Option(names = "--yes", description = "Do not ask, however many sessions it is about.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Only show what would be done.")
    private boolean dryRun;

    boolean isDryRun() {
        return dryRun;
    }

    /** What to show of many before asking; none where they cannot be listed. */
    interface Sample {
        List<SessionV1> sessions();
    }

    /**
     * Whether to go on with so many sessions: asks where it is about more than one.
     *
     * @param doing what the command does, as a word such as {@code close}
     * @param inputIsTaken whether standard input is taken, so that it cannot answer
     */
    boolean areConfirmed(AdminCommand command, String doing, long count, boolean inputIsTaken, Sample sample) {
        if (count <= 1 || yes) {
            return true;
        }
        if (!command.shell().terminal().canAsk() || inputIsTaken) {
            throw command.refused("this would " + doing + " " + Counts.sessions(count)
                    + "; where nobody can be asked, add --yes (or --dry-run)");
        }
        Question question = new Question(command.shell(), command.err());
        question.show(doing, count, sample.sessions());
        boolean confirmed = question.isAnsweredYes(doing, count);
        if (!confirmed) {
            command.say("nothing was changed");
        }
        return confirmed;
    }
}
