package sessions.bootstrap.e2e;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Ends a command of the program before it is done. */
public final class InterruptedCommand {

    private static final int LOOKS_EVERY_MILLIS = 5;

    private InterruptedCommand() {
    }

    /** How far a command has come. */
    public interface Mark {
        boolean isReached() throws IOException;
    }

    /** Kills it without warning, SIGKILL, at the mark. */
    public static void kill(Process process, Mark mark) throws IOException, InterruptedException {
        await(process, mark);
        // By its handle, because the process itself would close our ends of its streams.
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Waits until it is at the mark, which it must reach. */
    static void await(Process process, Mark mark) throws IOException, InterruptedException {
        while (!mark.isReached()) {
            if (process.waitFor(LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("it ended before, with " + process.exitValue() + ": "
                        + Launcher.errors(process));
            }
        }
    }
}
