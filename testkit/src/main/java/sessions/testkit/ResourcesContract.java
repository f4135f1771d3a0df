package sessions.testkit;

import sessions.domain.DrivingPorts;
import sessions.domain.ExpiryPolicy;
import sessions.domain.SessionOpening;
import sessions.domain.SessionV1;

/** What the suites of the ports beyond the contract need of a test class. */
public interface ResourcesContract {

    /** The most sessions that a page may hold in the service under test. */
    int MAX_PAGE_SIZE = 10;

    String CORRELATION_ID = "contract-suite";

    /** Sessions die an hour after their last request; keys of openings are remembered for a day. */
    ExpiryPolicy EXPIRY = Fixtures.ONE_HOUR;

    /** The service under test, without sessions at the start of each test; every touch counts. */
    DrivingPorts ports();

    /** The clock that the service reads. */
    SettableClock clock();

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
