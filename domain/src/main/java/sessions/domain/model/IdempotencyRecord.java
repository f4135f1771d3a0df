package sessions.domain.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Caller;
import sessions.domain.access.Sha256;

/**
 * Records that a session was opened with an idempotency key. Stores keep it with the sessions, so that all instances
 * share it. It contains only digests: neither the key nor the request can be read from it.
 *
 * @param key SHA-256 of caller and key, in 64 hexadecimal digits; two callers may use the same key
 * @param requestHash SHA-256 of the request, in 64 hexadecimal digits
 * @param sessionId the session
 * @param expiresAt from this time on, the key counts as new
 */
public record IdempotencyRecord(String key, String requestHash, SessionId sessionId, Instant expiresAt) {

    public IdempotencyRecord {
        expiresAt = Times.toMillis(expiresAt);
    }

    /** Returns the record for a caller's request to open a session. */
    public static IdempotencyRecord of(Caller caller, IdempotencyKey key, SessionOpening opening, SessionId sessionId,
            Instant expiresAt) {
        return new IdempotencyRecord(sha256(caller.name(), key.value()),
                sha256(opening.userId(), opening.userName(), opening.address(), opening.client(), text(opening.user()),
                        text(opening.data())),
                sessionId, expiresAt);
    }

    /** Returns whether both records are of the same request. */
    public boolean isSameRequest(IdempotencyRecord other) {
        return key.equals(other.key) && requestHash.equals(other.requestHash);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    private static @Nullable String text(@Nullable Json json) {
        return json == null ? null : json.text();
    }

    /** Each part is prefixed with its length, so that different lists of parts have different digests. */
    private static String sha256(@Nullable String... parts) {
        MessageDigest digest = Sha256.begin();
        Arrays.stream(parts).forEach(part -> {
            byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part == null ? -1 : bytes.length).flip());
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
