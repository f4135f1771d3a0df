package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Records sent and acknowledged writes, outside the process that is killed or whose store is killed. */
public final class AcknowledgedWrites {

    private static final int NOTHING = -1;
    private static final int CHANGES_OF_A_SESSION = 10;

    private final Map<String, Integer> sent = new ConcurrentHashMap<>();
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger acknowledgements = new AtomicInteger();

    /** Opens sessions and stores ever larger numbers in them until the service is gone. */
    void writeUntilKilled(HttpCaller caller, String userId, int enough, Runnable kill) {
        int total = acknowledgements.get() + enough;
        try {
            while (true) {
                String id = caller.open(userId);
                opened(id);
                killAt(total, kill);
                for (int data = 0; data < CHANGES_OF_A_SESSION; data++) {
                    sends(id, data);
                    caller.store(id, data);
                    acknowledged(id, data);
                    killAt(total, kill);
                }
            }
        } catch (UncheckedIOException killed) {
            assertThat(acknowledgements.get()).as("acknowledged before %s", killed).isGreaterThanOrEqualTo(total);
        }
    }

    public void opened(String id) {
        sends(id, NOTHING);
        acknowledged(id, NOTHING);
    }

    public void sends(String id, int data) {
        sent.put(id, data);
    }

    public void acknowledged(String id, int data) {
        acknowledged.put(id, data);
    }

    private void killAt(int total, Runnable kill) {
        if (acknowledgements.incrementAndGet() == total) {
            kill.run();
        }
    }

    /**
     * Checks that every acknowledged session exists with the last acknowledged number, or with the next one, which was
     * being written.
     */
    public void verify(HttpCaller caller) {
        for (String id : acknowledged.keySet()) {
            OptionalInt data = caller.data(id);
            assertThat(data.orElse(NOTHING)).as("data of the session %s", id).isBetween(acknowledged.get(id),
                    sent.get(id));
        }
    }

    int sessions() {
        return acknowledged.size();
    }
}
