package sessions.domain;

/** What operators do to many sessions at once. A driving port beside {@link ISessionsV1}. */
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

    /** How many sessions {@link #closeSessions} would close now, with the same refusals; nothing changes. */
    long countSessionsToClose(String correlationId, SessionFilter filter);
}
