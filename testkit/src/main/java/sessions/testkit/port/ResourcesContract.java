package sessions.testkit.port;

import java.time.Duration;
import java.util.Set;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.port.driving.ISessionsV1;
import sessions.testkit.Fixtures;
import sessions.testkit.store.StoreGap;

/** What the suites of the ports beyond the contract need of a test class. */
public interface ResourcesContract extends SessionsContract {

    /** How long the service under test remembers keys of openings. */
    Duration IDEMPOTENCY_WINDOW = Duration.ofHours(24);

    /** The service under test, on which every touch counts. */
    DrivingPorts ports();

    /** What the store behind it cannot do. */
    default Set<StoreGap> gaps() {
        return Set.of();
    }

    @Override
    default ISessionsV1 sessions() {
        return ports().sessions();
    }

    /** A session that was just opened, with all fields. */
    default SessionV1 opened(String userId) {
        return opened(Fixtures.opening(userId));
    }

    default SessionV1 opened(SessionOpening opening) {
        return ports().resources().openSession(CORRELATION_ID, opening, null).orElseThrow();
    }

    /** The session as it is now. */
    default SessionV1 present(SessionV1 session) {
        return ports().resources().getSession(CORRELATION_ID, session.id().value()).orElseThrow();
    }
}
