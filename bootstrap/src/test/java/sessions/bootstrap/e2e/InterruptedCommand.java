package sessions.bootstrap.e2e;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Stops a command before it is finished. */
public final class InterruptedCommand {

    private static final int LOOKS_EVERY_MILLIS = 5;

    private InterruptedCommand() {
    }

    /** Whether a command has reached a point. */
    public interface Mark {
        boolean isReached() throws IOException;
    }

    /** Kills the command with SIGKILL at a point. */
    public static void kill(Process process, Mark mark) throws IOException, InterruptedException {
        await(process, mark);
        // Through its handle, because destroying the process would close our ends of its streams.
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Waits until the command reaches the point, which it must. */
    static void await(Process process, Mark mark) throws IOException, InterruptedException {
        while (!mark.isReached()) {
            if (process.waitFor(LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("it ended before, with " + process.exitValue() + ": "
                        + Launcher.errors(process));
            }
        }
    }
}
