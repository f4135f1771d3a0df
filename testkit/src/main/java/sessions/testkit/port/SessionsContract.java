package sessions.testkit.port;

import sessions.domain.port.driving.ISessionsV1;
import sessions.testkit.SettableClock;

/** What the suites of the driving port need of a test class. */
public interface SessionsContract {

    /** The most sessions that a page may hold in the service under test. */
    int MAX_PAGE_SIZE = 100;

    String CORRELATION_ID = "contract-suite";

    /** The service under test, without sessions at the start of each test, with an idle timeout of one hour. */
    ISessionsV1 sessions();

    /** The clock that the service reads. */
    SettableClock clock();
}
