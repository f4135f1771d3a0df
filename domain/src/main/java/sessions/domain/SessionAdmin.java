package sessions.domain;

import org.jspecify.annotations.Nullable;

/** What operators do to many sessions at once, and see of them. A driving port beside {@link ISessionsV1}. */
public interface SessionAdmin {

    /**
     * Closes all matching sessions that are active when the call begins, in bounded steps. Where it fails half-way, what
     * was closed stays closed, and the call can be repeated.
     *
     * @param filter which sessions; must restrict by something but {@code active}, which does not matter
     * @return how many sessions were closed
     * @throws InvalidDataException where the filter does not restrict
     */
    long closeSessions(String correlationId, SessionFilter filter);

    /**
     * One step of {@link #closeSessions}, for callers that want to see it go on or have little time: closes some matching
     * sessions that are active now. Sessions that are opened while a caller walks on are not met.
     *
     * @param after where the step before said that the next goes on, or null for the first
     * @param limit how many sessions to close at the most, at least 1; a service may do fewer at a time
     * @throws InvalidDataException where the filter does not restrict, or naming {@code limit} where that is below 1
     */
    ClosedBatch closeSomeSessions(String correlationId, SessionFilter filter, @Nullable SessionCursor after, int limit);

    /** How many sessions {@link #closeSessions} would close now, with the same refusals; nothing changes. */
    long countSessionsToClose(String correlationId, SessionFilter filter);

    /**
     * How many sessions are active now, and how many were opened and closed in each of the last hours. An expired session
     * counts as closed at its {@linkplain SessionV1#expiresAt last instant}.
     *
     * @param hours how many hours of the clock (UTC), the present one included; 1 to
     *              {@value SessionStatistics#MOST_HOURS}
     * @return each of these hours, also those in which nothing happened
     * @throws InvalidDataException where there are fewer or more
     */
    SessionStatistics statistics(String correlationId, int hours);
}
