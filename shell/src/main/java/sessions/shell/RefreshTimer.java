package sessions.shell;

import java.time.Duration;

/** Controls the repetitions of a command. */
@FunctionalInterface
public interface RefreshTimer {

    /** Repeats until the process is stopped. */
    RefreshTimer ENDLESS = interval -> {
        try {
            Thread.sleep(interval);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    };

    /** Waits for the interval; returns false if the command must end. */
    boolean awaitNext(Duration interval);
}
