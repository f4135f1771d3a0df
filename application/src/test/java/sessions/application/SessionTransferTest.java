package sessions.application;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.session;

import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.domain.error.ContentTooLargeException;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionTransfer;
import sessions.domain.port.driving.SessionTransfer.Addition;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.SettableClock;

class SessionTransferTest {

    private final SettableClock clock = new SettableClock(NOON);
    private final MemorySessionStore store = new MemorySessionStore();
    private final SessionTransfer transfer = UseCases.transfer(store, clock, ONE_HOUR);

    @Test
    void sessionsThatExpireMeanwhileMakeNoDifference() {
        SessionV1 session = session("user", NOON);
        store.sessions().insert(session);
        clock.set(NOON.plusSeconds(86_400));
        assertThat(transfer.read(null, 10)).containsExactly(session);
        assertThat(transfer.find(List.of(session.id()))).containsExactly(session);
        assertThat(transfer.count()).isEqualTo(1);
    }

    @Test
    void invalidSessionsAreRejectedAndOthersAdded() {
        SessionV1 tooLong = named("n".repeat(1025));
        SessionV1 withNul = named("a\0b");
        SessionV1 valid = session("user", NOON);
        List<SessionV1> sessions = List.of(tooLong, valid, withNul);
        Addition dryRun = transfer.dryRun(sessions);
        assertThat(transfer.count()).isZero();
        Addition addition = transfer.add(sessions);
        assertThat(addition).isEqualTo(dryRun);
        assertThat(addition.added()).isEqualTo(1);
        assertThat(addition.rejected()).extracting(SessionTransfer.Rejection::reason).containsExactlyInAnyOrder(
                "user_name must have 0 to 1024 characters but has 1025",
                "user_name must not contain the character NUL");
        assertThat(transfer.read(null, 10)).containsExactly(valid);
    }

    @Test
    void sessionWithoutUserIsAccepted() {
        SessionV1 withoutUser = foreign("", "Name");
        assertThat(transfer.add(List.of(withoutUser))).isEqualTo(new Addition(1, List.of()));
    }

    @Test
    void sessionsThatTheStoreRejectsDoNotBlockOthers() {
        SessionTransfer transferToRejectingStore = UseCases.transfer(new ForwardingStore(store) {
            @Override
            public int insertMissing(List<SessionV1> sessions) {
                if (sessions.stream().anyMatch(session -> "odd".equals(session.client()))) {
                    throw InvalidDataException.of("client", "must not be odd");
                }
                if (sessions.stream().anyMatch(session -> "large".equals(session.client()))) {
                    throw new ContentTooLargeException("The session is too large");
                }
                return super.insertMissing(sessions);
            }
        }, clock, ONE_HOUR);
        SessionV1 odd = withClient("odd");
        SessionV1 large = withClient("large");
        SessionV1 existing = session("user", NOON);
        store.sessions().insert(existing);
        Addition addition = transferToRejectingStore.add(
                List.of(session("user", NOON), odd, existing, large, session("user", NOON)));
        assertThat(addition.added()).isEqualTo(2);
        assertThat(addition.rejected()).containsExactly(
                new SessionTransfer.Rejection(odd.id(), "Validation failed: client must not be odd"),
                new SessionTransfer.Rejection(large.id(), "The session is too large"));
    }

    private static SessionV1 withClient(String client) {
        return SessionV1.open(new SessionOpening("user", null, null, client, null, null), NOON, ONE_HOUR);
    }

    private static SessionV1 named(String name) {
        return foreign("user", name);
    }

    /** A session that this service would not have opened. */
    private static SessionV1 foreign(String userId, String userName) {
        return new SessionV1(SessionId.random(), userId, userName, true, NOON, null, NOON, null, null, null, null, 1,
                NOON.plusSeconds(9));
    }
}
