package sessions.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where sessions are kept. A driven port: one adapter per technology, all held to one contract suite.
 *
 * <ul>
 * <li><b>Absence</b> is an empty {@code Optional} or {@link ChangeOutcome.Missing}, never an exception.
 * <li><b>Atomicity</b>: each call takes effect wholly or not at all; concurrent changes of one session apply one after
 * the other, so that versions have no gaps. No method reads, modifies and writes back.
 * <li><b>Expiry</b>: what is answered is always the session {@linkplain SessionV1#asOf as of} the given time; whether a
 * sweep has reached it cannot be told.
 * <li><b>Ordering</b>: lists are newest first by {@code (openTime, id)}, both descending.
 * <li><b>Durability</b>: when a call returns, what it did survives the end of the process (but for a store in memory).
 * </ul>
 *
 * Faults of the technology surface as {@link StoreUnavailableException} or {@link StoreFailedException}. Thread-safe.
 */
public interface SessionStore extends AutoCloseable {

    /** Adds a new session. */
    void insert(SessionV1 session);

    /** The session as of {@code now}, with its content. */
    Optional<SessionV1> find(SessionId id, Instant now);

    /** Applies a change in one atomic step, with the outcome that {@link SessionV1#apply} defines. */
    ChangeOutcome change(SessionId id, SessionChange change, ExpiryPolicy expiry);

    /**
     * The matching sessions as of {@code now}, without their content.
     *
     * @param skip how many to leave out at the start, not negative
     * @param limit how many to return at the most, positive
     */
    List<SessionV1> list(SessionFilter filter, Instant now, long skip, int limit);

    /** How many sessions match as of {@code now}. */
    long count(SessionFilter filter, Instant now);

    /**
     * Makes the end of some sessions that have expired by {@code now} permanent. Of several sweeps at once, one closes
     * each.
     *
     * @param limit how many at the most, positive
     */
    SweptBatch closeExpired(Instant now, int limit);

    /** Removes the session and answers it as of {@code now}, with its content. */
    Optional<SessionV1> delete(SessionId id, Instant now);

    /** Releases what the store holds. Calls that are under way may fail. */
    @Override
    void close();
}
