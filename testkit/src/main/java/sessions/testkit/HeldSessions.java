package sessions.testkit;

import java.util.concurrent.CountDownLatch;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.ISessionsV1;

/** Sessions whose first request waits until the test lets it go on, and the later ones with it. */
public final class HeldSessions {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    public ISessionsV1 port() {
        return new FailingSessions(this::held);
    }

    /** Returns once a request waits. */
    public void awaitRequest() throws InterruptedException {
        entered.await();
    }

    public void letGo() {
        goOn.countDown();
    }

    public boolean areHeld() {
        return goOn.getCount() > 0;
    }

    private SessionV1 held() {
        entered.countDown();
        try {
            goOn.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Fixtures.session("user", Fixtures.NOON);
    }
}
