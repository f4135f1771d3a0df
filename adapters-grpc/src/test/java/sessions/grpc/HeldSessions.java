package sessions.grpc;

import java.util.concurrent.CountDownLatch;
import sessions.domain.ISessionsV1;
import sessions.domain.SessionV1;
import sessions.testkit.Fixtures;

/** Sessions whose first request waits until the test lets it go on, and the later ones with it. */
final class HeldSessions {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    ISessionsV1 port() {
        return new FailingSessions(this::held);
    }

    /** Returns once a request waits. */
    void awaitRequest() throws InterruptedException {
        entered.await();
    }

    void letGo() {
        goOn.countDown();
    }

    boolean areHeld() {
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
