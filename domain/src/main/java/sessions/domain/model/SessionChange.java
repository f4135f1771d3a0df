package sessions.domain.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of one session, as data: a store applies it in one atomic step, and {@link SessionV1#apply} says what it
 * means. Times are cut to whole milliseconds.
 */
public sealed interface SessionChange {

    /** When the change was asked for. A session's request time never goes back, whatever this says. */
    Instant time();

    /** The version that the session must have for the change to apply, or null where any will do. */
    @Nullable
    Long expectedVersion();

    /** Replaces the session's data as a whole. */
    record StoreData(Json data, Instant time, @Nullable Long expectedVersion) implements SessionChange {
        public StoreData {
            time = Times.toMillis(time);
        }
    }

    /** Replaces the user's content as a whole; user id and user name stay. */
    record UpdateUser(Json user, Instant time, @Nullable Long expectedVersion) implements SessionChange {
        public UpdateUser {
            time = Times.toMillis(time);
        }
    }

    /**
     * Records a request without other effect: the session lives on.
     *
     * @param interval a touch that comes sooner than this after the last request changes nothing; zero where every
     *                 touch counts
     */
    record Touch(Instant time, Duration interval, @Nullable Long expectedVersion) implements SessionChange {
        public Touch {
            time = Times.toMillis(time);
        }

        /** A touch that counts in any case. */
        public Touch(Instant time, @Nullable Long expectedVersion) {
            this(time, Duration.ZERO, expectedVersion);
        }

        /** Whether it comes too soon after a request to count. */
        boolean isTooSoonAfter(Instant requestTime) {
            return !interval.isZero() && time.isBefore(requestTime.plus(interval));
        }
    }

    /** Ends the session and drops its content. */
    record Close(Instant time, @Nullable Long expectedVersion) implements SessionChange {
        public Close {
            time = Times.toMillis(time);
        }
    }
}
