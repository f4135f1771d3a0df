package sessions.client;

import java.time.Duration;

/** The time limit of a call. Its attempts and the pauses between them share it. */
final class Deadline {

    private final Duration limit;
    private final RetryPause timer;
    private final long start;

    Deadline(Duration limit, RetryPause timer) {
        this.limit = limit;
        this.timer = timer;
        this.start = timer.nanoTime();
    }

    /** Returns the whole time limit. */
    Duration limit() {
        return limit;
    }

    /** Returns the time that is left; zero or less if it is over. */
    Duration remaining() {
        return limit.minusNanos(timer.nanoTime() - start);
    }
}
