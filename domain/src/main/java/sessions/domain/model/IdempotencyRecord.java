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
 * The note that a session is opened under an idempotency key. Stores keep it beside the sessions, so that every instance
 * knows it. It holds digests only: neither the key nor what was asked can be read from it.
 *
 * @param key SHA-256 of caller and key, in 64 hexadecimal digits: callers do not meet each other's keys
 * @param requestHash SHA-256 of what was asked, likewise
 * @param sessionId the session
 * @param expiresAt from then on the key counts as new
 */
public record IdempotencyRecord(String key, String requestHash, SessionId sessionId, Instant expiresAt) {

    public IdempotencyRecord {
        expiresAt = Times.toMillis(expiresAt);
    }

    /** The claim that a caller's request makes on opening a session. */
    public static IdempotencyRecord of(Caller caller, IdempotencyKey key, SessionOpening opening, SessionId sessionId,
            Instant expiresAt) {
        return new IdempotencyRecord(sha256(caller.name(), key.value()),
                sha256(opening.userId(), opening.userName(), opening.address(), opening.client(), text(opening.user()),
                        text(opening.data())),
                sessionId, expiresAt);
    }

    /** Whether both are of the same request. */
    public boolean isSameRequest(IdempotencyRecord other) {
        return key.equals(other.key) && requestHash.equals(other.requestHash);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    private static @Nullable String text(@Nullable Json json) {
        return json == null ? null : json.text();
    }

    /** Each part goes in with its length, so that no two lists of parts are taken for the same. */
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
