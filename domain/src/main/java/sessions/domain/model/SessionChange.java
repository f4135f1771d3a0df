package sessions.domain.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of one session, as data. A store applies it in one atomic step; {@link SessionV1#apply} defines its
 * meaning. Times are truncated to whole milliseconds.
 */
public sealed interface SessionChange {

    /** Returns the time of the request. A session's request time never goes back, even if this time is earlier. */
    Instant time();

    /** Returns the version that the session must have for the change to apply, or null for any. */
    @Nullable
    Long expectedVersion();

    /** Replaces the session's data completely. */
    record StoreData(Json data, Instant time, @Nullable Long expectedVersion) implements SessionChange {
        public StoreData {
            time = Times.toMillis(time);
        }
    }

    /** Replaces the user's content completely; user id and user name stay the same. */
    record UpdateUser(Json user, Instant time, @Nullable Long expectedVersion) implements SessionChange {
        public UpdateUser {
            time = Times.toMillis(time);
        }
    }

    /**
     * Extends the session's expiry as any change does, without changing content.
     *
     * @param interval a touch within this time after the last request changes nothing; zero if every touch counts
     */
    record Touch(Instant time, Duration interval, @Nullable Long expectedVersion) implements SessionChange {
        public Touch {
            time = Times.toMillis(time);
        }

        /** A touch that always counts. */
        public Touch(Instant time, @Nullable Long expectedVersion) {
            this(time, Duration.ZERO, expectedVersion);
        }

        /** Returns whether the touch comes too soon after a request to count. */
        boolean isTooSoonAfter(Instant requestTime) {
            return !interval.isZero() && time.isBefore(requestTime.plus(interval));
        }
    }

    /** Closes the session and drops its content. */
    record Close(Instant time, @Nullable Long expectedVersion) implements SessionChange {
        public Close {
            time = Times.toMillis(time);
        }
    }
}
