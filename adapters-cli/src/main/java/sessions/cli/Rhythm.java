package sessions.cli;

import java.time.Duration;

/** Says when a command that repeats itself goes on. */
@FunctionalInterface
public interface Rhythm {

    /** Goes on and on, until the process is told to stop. */
    Rhythm ENDLESS = interval -> {
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
