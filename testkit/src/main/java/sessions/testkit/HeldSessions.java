package sessions.testkit;

import java.util.concurrent.CountDownLatch;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.ISessionsV1;

/** A service whose requests block until the test releases them. */
public final class HeldSessions {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    public ISessionsV1 port() {
        return new FailingSessions(this::held);
    }

    /** Waits until a request blocks. */
    public void awaitRequest() throws InterruptedException {
        entered.await();
    }

    public void release() {
        released.countDown();
    }

    public boolean areBlocked() {
        return released.getCount() > 0;
    }

    private SessionV1 held() {
        entered.countDown();
        try {
            released.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Fixtures.session("user", Fixtures.NOON);
    }
}
