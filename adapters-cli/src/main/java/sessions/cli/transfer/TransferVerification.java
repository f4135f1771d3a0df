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

/** Compares sessions with those of a store, one by one and by checksum, as of the time of the transfer. */
final class TransferVerification {

    private final SessionTransfer store;
    private final Checksum wanted = new Checksum();
    private final Checksum found = new Checksum();
    private long compared;
    private long missing;
    private long different;

    TransferVerification(SessionTransfer store) {
        this.store = store;
    }

    /** Compares some, each with another id. */
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
        wanted.add(digest);
        if (present == null) {
            missing++;
            return;
        }
        // Most are equal in every character, and a digest takes longer than anything else here.
        byte[] other = present.equals(session) ? digest : SessionDigest.of(present);
        found.add(other);
        different += Arrays.equals(digest, other) ? 0 : 1;
    }

    /** What came of it. */
    Result result() {
        return new Result(compared, missing, different, wanted.toString(), found.toString());
    }

    /**
     * What came of a comparison.
     *
     * @param compared how many sessions were looked for
     * @param missing how many of them are not in the store
     * @param different how many are, but not the same
     * @param checksum of those that were looked for
     * @param storeChecksum of those that were found
     */
    record Result(long compared, long missing, long different, String checksum, String storeChecksum) {

        /** The same without those that were skipped, and so are not in the store unless they were before. */
        Result withoutSkipped(long skipped) {
            long expected = Math.min(skipped, missing);
            return new Result(compared - expected, missing - expected, different, checksum, storeChecksum);
        }

        /** How many are in the store as they should be. */
        long same() {
            return compared - missing - different;
        }
    }
}
