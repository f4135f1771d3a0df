package sessions.domain.port.driven;

import java.time.Instant;
import java.util.List;
import sessions.domain.model.SessionStatistics;

/** Counts of sessions in a {@link SessionStore} by the hours in which they were opened and ended. */
public interface HourlyCounts {

    /**
     * How many sessions were opened and how many ended as of {@code now}, hour by hour within a range of time. Costs the same
     * however many lie outside it. An expired session ended at its {@linkplain sessions.domain.model.SessionV1#expiresAt last
     * instant}. All counts are of one moment: a sweep meanwhile makes no difference.
     *
     * @param from the first instant of the range, which is the start of an hour in UTC
     * @param hours how many hours the range lasts, positive
     * @return the hours in which a session was opened or ended, oldest first
     */
    List<SessionStatistics.Hour> count(Instant from, int hours, Instant now);
}
