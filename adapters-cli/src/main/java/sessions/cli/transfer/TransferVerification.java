package sessions.cli.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionTransfer;
import sessions.wire.archive.SessionDigest;

/** Compares sessions with those in a store, individually and by checksum, as of the time of the transfer. */
final class TransferVerification {

    private final SessionTransfer store;
    private final Checksum expected = new Checksum();
    private final Checksum actual = new Checksum();
    private long compared;
    private long missing;
    private long different;

    TransferVerification(SessionTransfer store) {
        this.store = store;
    }

    /** Compares a batch of sessions with different ids. */
    void compare(List<SessionV1> sessions) {
        Map<SessionId, SessionV1> present = store.find(sessions.stream().map(SessionV1::id).toList()).stream()
                .collect(Collectors.toMap(SessionV1::id, Function.identity()));
        for (SessionV1 session : sessions) {
            compare(session.asOf(store.time()), present.get(session.id()));
        }
    }

    private void compare(SessionV1 session, @Nullable SessionV1 present) {
        compared++;
        byte[] digest = SessionDigest.of(session);
        expected.add(digest);
        if (present == null) {
            missing++;
            return;
        }
        // Most sessions are identical, and computing a digest is the slowest step.
        byte[] other = present.equals(session) ? digest : SessionDigest.of(present);
        actual.add(other);
        different += Arrays.equals(digest, other) ? 0 : 1;
    }

    /** Returns the result so far. */
    Result result() {
        return new Result(compared, missing, different, expected.toString(), actual.toString());
    }

    /**
     * The result of a comparison.
     *
     * @param compared the number of sessions looked up
     * @param missing how many of them are not in the store
     * @param different how many are in the store but differ
     * @param checksum the checksum of the sessions looked up
     * @param storeChecksum the checksum of the sessions found in the store
     */
    record Result(long compared, long missing, long different, String checksum, String storeChecksum) {

        /**
         * Returns the result without skipped sessions, which are missing from the store unless they were there before.
         */
        Result withoutSkipped(long skipped) {
            long expected = Math.min(skipped, missing);
            return new Result(compared - expected, missing - expected, different, checksum, storeChecksum);
        }

        /** The number of sessions that are the same in the store. */
        long same() {
            return compared - missing - different;
        }
    }
}
