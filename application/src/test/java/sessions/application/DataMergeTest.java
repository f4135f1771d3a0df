package sessions.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sessions.domain.error.StaleVersionException;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionResources;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;

/** A merge with concurrent changes between its read and its write. */
class DataMergeTest {

    private static final int ATTEMPTS = 50;
    private static final Json PATCH = new Json("\"patched\"");

    private int reads;
    private int concurrentChanges;

    private final ForwardingStore store = new ForwardingStore(new MemorySessionStore()) {
        @Override
        public Optional<SessionV1> find(SessionId id, Instant now) {
            reads++;
            Optional<SessionV1> found = super.find(id, now);
            if (concurrentChanges-- > 0) {
                change(id, new SessionChange.Touch(now, null), ONE_HOUR);
            }
            return found;
        }
    };
    private final SessionResources resources = UseCases.on(store, new SettableClock(NOON),
            new SessionRules(ONE_HOUR, 10), (_, patch) -> patch,
            new ServiceInfo("host", "sessions", "For tests", NOON, Map.of(), List.of())).resources();
    private final SessionV1 session = resources.openSession("merge", Fixtures.opening("user"), null).orElseThrow();

    @Test
    void mergeIsRepeatedUntilNoConcurrentChangeIntervenes() {
        concurrentChanges = ATTEMPTS - 1;
        SessionV1 merged = merge(null);
        assertThat(merged.data()).isEqualTo(PATCH);
        assertThat(merged.version()).isEqualTo(ATTEMPTS + 1);
        assertThat(reads).isEqualTo(ATTEMPTS);
    }

    @Test
    void mergeGivesUpAfterFiftyAttempts() {
        concurrentChanges = Integer.MAX_VALUE;
        assertThatExceptionOfType(StaleVersionException.class).isThrownBy(() -> merge(null));
        assertThat(reads).isEqualTo(ATTEMPTS);
    }

    @Test
    void mergeIsNotRepeatedIfAVersionIsExpected() {
        concurrentChanges = 1;
        assertThatExceptionOfType(StaleVersionException.class).isThrownBy(() -> merge(1L));
        assertThat(reads).isEqualTo(1);
    }

    private SessionV1 merge(@Nullable Long expectedVersion) {
        return resources.mergeData("merge", session.id().value(), PATCH, expectedVersion).orElseThrow();
    }
}
