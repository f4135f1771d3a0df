package sessions.testkit.port;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.port.driving.ISessionsV1;
import sessions.testkit.Concurrently;
import sessions.testkit.Fixtures;
import sessions.testkit.store.StoreLimitation;

/** Requirements of the suites for the ports beyond the contract. */
public interface ResourcesContract extends SessionsContract {

    /** How long the service under test keeps idempotency records. */
    Duration IDEMPOTENCY_WINDOW = Duration.ofHours(24);

    /** More sessions than one batch holds; divisible by the number of threads that open them. */
    int MANY = 504;
    int OPENING_THREADS = 8;

    /** Returns the service under test, on which every touch counts. */
    DrivingPorts ports();

    /** Returns the limitations of its store. */
    default Set<StoreLimitation> limitations() {
        return Set.of();
    }

    @Override
    default ISessionsV1 sessions() {
        return ports().sessions();
    }

    /** Opens a session with all fields. */
    default SessionV1 opened(String userId) {
        return opened(Fixtures.opening(userId));
    }

    default SessionV1 opened(SessionOpening opening) {
        return ports().resources().openSession(CORRELATION_ID, opening, null).orElseThrow();
    }

    /** Opens {@link #MANY} sessions, several at a time because each opening may wait for the disk. */
    default List<SessionV1> openedMany(String userId) {
        return Concurrently.run(OPENING_THREADS, _ -> () -> IntStream.range(0, MANY / OPENING_THREADS)
                .mapToObj(_ -> opened(userId)).toList()).stream().flatMap(List::stream).toList();
    }

    /** Returns the current state of a session. */
    default SessionV1 present(SessionV1 session) {
        return ports().resources().getSession(CORRELATION_ID, session.id().value()).orElseThrow();
    }
}
