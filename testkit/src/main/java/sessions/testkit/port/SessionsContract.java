package sessions.testkit.port;

import sessions.domain.port.driving.ISessionsV1;
import sessions.testkit.SettableClock;

/** Requirements of the suites for the contract's port. */
public interface SessionsContract {

    /** The maximum page size of the service under test. */
    int MAX_PAGE_SIZE = 100;

    String CORRELATION_ID = "contract-suite";

    /**
     * Returns the service under test. It has no sessions at the start of each test, and an idle timeout of one hour.
     */
    ISessionsV1 sessions();

    /** Returns the clock of the service. */
    SettableClock clock();
}
