package sessions.domain.port.driven;

import java.time.Instant;
import java.util.List;
import sessions.domain.model.SessionStatistics;

/** Counts the sessions in a {@link SessionStore} by the hours in which they were opened and ended. */
public interface HourlyCounts {

    /**
     * Counts, for each hour in a range, the sessions opened and the sessions ended as of {@code now}. The cost does not
     * depend on the number of sessions outside the range. An expired session ended at its
     * {@linkplain sessions.domain.model.SessionV1#expiresAt last instant}. All counts are of one moment: a concurrent
     * sweep does not change them.
     *
     * @param from the first instant of the range: the start of an hour in UTC
     * @param hours how many hours the range lasts, positive
     * @return the hours in which a session was opened or ended, oldest first
     */
    List<SessionStatistics.Hour> count(Instant from, int hours, Instant now);
}
