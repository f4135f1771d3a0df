package sessions.shell;

import java.time.Duration;

/** Says when a command that repeats itself goes on. */
@FunctionalInterface
public interface RefreshTimer {

    /** Goes on and on, until the process is told to stop. */
    RefreshTimer ENDLESS = interval -> {
        try {
            Thread.sleep(interval);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    };

    /** Waits that long; false where that was the end. */
    boolean goesOnAfter(Duration interval);
}
