package sessions.domain.port.driven;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.NotSupportedException;
import sessions.domain.error.StoreFailedException;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionStatistics;
import sessions.domain.model.SessionV1;
import sessions.domain.model.SweptBatch;

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

    /**
     * Makes sure that the store answers, by looking for a session that there is not: no more than that is known when this
     * returns, and it costs as little.
     *
     * @throws StoreUnavailableException where it does not answer within its own time limits
     */
    default void check() {
        find(SessionId.NOBODY, Instant.EPOCH);
    }

    /** Adds a new session. */
    void insert(SessionV1 session);

    /**
     * Adds a new session together with the claim on it, in one atomic step, unless its key is claimed already.
     *
     * @return the claim that was there and is not forgotten by {@code now}, in which case nothing changed; empty where
     *         the session was added
     */
    Optional<IdempotencyRecord> insertOnce(SessionV1 session, IdempotencyRecord claim, Instant now);

    /**
     * Removes some claims that are forgotten by {@code now}.
     *
     * @param limit how many at the most, positive
     * @return how many were removed; fewer than the limit where none are left
     */
    int removeForgottenClaims(Instant now, int limit);

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

    /**
     * The matching sessions as of {@code now} behind a place in the list, without their content; as cheap at the end of
     * a long list as at its start.
     *
     * @param after the place, or null for the start
     * @param limit how many to return at the most, positive
     */
    List<SessionV1> listAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit);

    /** How many sessions match as of {@code now}. */
    long count(SessionFilter filter, Instant now);

    /**
     * How many sessions were opened and how many ended as of {@code now}, hour by hour within a range of time; as cheap
     * however many lie outside it. An expired session ended at its {@linkplain SessionV1#expiresAt last instant}. What is
     * counted is of one moment: a sweep meanwhile makes no difference.
     *
     * @param from the first instant within, which is the start of an hour of the clock in UTC
     * @param hours how many hours the range lasts, positive
     * @return the hours in which any was opened or ended, oldest first
     */
    List<SessionStatistics.Hour> countByHour(Instant from, int hours, Instant now);

    /**
     * Makes the end of some sessions that have expired by {@code now} permanent. Of several sweeps at once, one closes
     * each.
     *
     * @param limit how many at the most, positive
     */
    SweptBatch closeExpired(Instant now, int limit);

    /**
     * Closes some matching sessions that are active as of {@code now}. What matched when it was looked for but no longer
     * does when it is closed stays open.
     *
     * @param after the place in the list behind which to look, or null for the start
     * @param limit how many at the most, positive
     */
    ClosedBatch closeMatching(SessionFilter filter, Instant now, @Nullable SessionCursor after, int limit);

    /**
     * Removes the session.
     *
     * @param expectedVersion the version that it must have as of {@code now}, or null where any will do
     * @return {@code Changed} with what it was as of {@code now}, content included; {@code Missing}; or {@code Stale}
     */
    ChangeOutcome delete(SessionId id, Instant now, @Nullable Long expectedVersion);

    /**
     * The matching sessions as of {@code now} behind a place in the list, with their content; otherwise like
     * {@link #listAfter}.
     */
    List<SessionV1> readAfter(@Nullable SessionCursor after, SessionFilter filter, Instant now, int limit);

    /** Those of the sessions that are there, as of {@code now} and with their content, in no order. */
    List<SessionV1> findAll(Collection<SessionId> ids, Instant now);

    /**
     * Adds sessions from elsewhere, as they are, unless their ids are there: those stay as they are. Each is added wholly or
     * not at all; where the call fails, some may have been added, and it can be repeated.
     *
     * @param sessions each with another id
     * @return how many were added
     */
    int insertMissing(List<SessionV1> sessions);

    /**
     * Removes some sessions that ended before a time: that were closed, or have expired by {@code now}, whether or not a
     * sweep has reached them.
     *
     * @param before the time; a session that ended at it stays
     * @param limit how many at the most, positive
     * @return how many were removed; fewer than the limit where none are left
     */
    int removeEnded(Instant before, Instant now, int limit);

    /** How many sessions there are that {@link #removeEnded} removes. */
    long countEnded(Instant before, Instant now);

    /**
     * Removes some sessions of a user, whatever their state.
     *
     * @param limit how many at the most, positive
     * @return how many were removed; fewer than the limit where none are left
     */
    int removeOfUser(String userId, int limit);

    /**
     * Writes a backup of the store as it is at one moment during the call, which holds everything that was acknowledged
     * before. Sessions go on being changed meanwhile.
     *
     * @param out takes the backup; nothing is written to it before the backup is known to succeed
     * @throws NotSupportedException where the store's technology has tools of its own for that; the message names them
     * @throws IOException where the backup cannot be written
     */
    default void backUp(OutputStream out) throws IOException {
        throw new NotSupportedException(
                "This store makes no backup of itself: use the tools of its database, or copy its file");
    }

    /** Releases what the store holds. Calls that are under way may fail. */
    @Override
    void close();
}
