package sessions.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.access.Caller;
import sessions.domain.access.Role;

class IdempotencyRecordTest {

    @ParameterizedTest
    @ValueSource(strings = {"k", "a b", "\"quoted\"", "8e03978e-40d5-43dd-bc93-6894a57f9324"})
    void printableTextsAreIdempotencyKeys(String key) {
        assertThat(new IdempotencyKey(key).value()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "ä", "a\tb", "a\0"})
    void otherTextsAreRejected(String text) {
        assertThat(IdempotencyKey.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(text));
    }

    @Test
    void recordsDistinguishRequestsWithoutRevealingThem() {
        IdempotencyKey key = new IdempotencyKey("key");
        SessionOpening opening = new SessionOpening("a", null, "b", null, null, null);
        IdempotencyRecord record = record("caller", key, opening);
        assertThat(record.key()).matches("[0-9a-f]{64}");
        assertThat(record.requestHash()).matches("[0-9a-f]{64}");
        assertThat(record.isSameRequest(record("caller", key, opening))).isTrue();
        assertThat(record.isSameRequest(record("caller2", key, opening))).isFalse();
        assertThat(record("call", new IdempotencyKey("erkey"), opening).key()).isNotEqualTo(record.key());
        for (SessionOpening other : List.of(new SessionOpening("a", "", "b", null, null, null),
                new SessionOpening("a", "b", null, null, null, null),
                new SessionOpening("ab", null, "", null, null, null),
                new SessionOpening("a", null, "b", null, new Json("1"), null),
                new SessionOpening("a", null, "b", null, null, new Json("1")))) {
            assertThat(record.isSameRequest(record("caller", key, other))).isFalse();
        }
    }

    private static IdempotencyRecord record(String caller, IdempotencyKey key, SessionOpening opening) {
        return IdempotencyRecord.of(new Caller(caller, Role.WRITER, "192.0.2.1"), key, opening, SessionId.random(),
                Instant.EPOCH);
    }

    @Test
    void recordExpiresAtItsTime() {
        IdempotencyRecord record = new IdempotencyRecord("k", "h", SessionId.random(), Instant.ofEpochMilli(10));
        assertThat(record.isExpired(Instant.ofEpochMilli(9))).isFalse();
        assertThat(record.isExpired(Instant.ofEpochMilli(10))).isTrue();
    }
}
