package sessions.bootstrap.e2e.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import sessions.bootstrap.e2e.AcknowledgedWrites;
import sessions.bootstrap.e2e.HttpCaller;

/**
 * Callers that constantly open sessions and store data while the store goes away and returns. Every response must be an
 * acknowledgement or report that the store is unavailable.
 */
final class OutageLoad {

    private static final int CHANGES_OF_A_SESSION = 10;

    private final HttpCaller caller;
    private final AcknowledgedWrites ledger;
    private int acknowledged;
    private int rejected;
    private Duration longestRefusal = Duration.ZERO;
    private boolean ended;

    OutageLoad(HttpCaller caller, AcknowledgedWrites ledger) {
        this.caller = caller;
        this.ledger = ledger;
    }

    /** Sends one request after the other until the end. */
    int writeUntilEnded(String userId) {
        int sessions = 0;
        try {
            while (!isEnded()) {
                write(userId);
                sessions++;
            }
            return sessions;
        } finally {
            end(); // the other callers must stop if this one fails
        }
    }

    private void write(String userId) {
        try {
            String id = timed(() -> caller.open(userId));
            ledger.opened(id);
            for (int i = 0; i < CHANGES_OF_A_SESSION; i++) {
                int data = i;
                ledger.sends(id, data);
                timed(() -> caller.store(id, data));
                ledger.acknowledged(id, data);
            }
        } catch (HttpCaller.Refused away) {
            assertThat(away.reply().body()).contains("\"code\":\"STORE_UNAVAILABLE\"");
            assertThat(away.reply().header("Retry-After")).isEqualTo("1");
        }
    }

    private <T> T timed(Supplier<T> request) {
        long since = System.nanoTime();
        try {
            T answer = request.get();
            noteAcknowledged();
            return answer;
        } catch (HttpCaller.Refused away) {
            noteRefused(Duration.ofNanos(System.nanoTime() - since));
            throw away;
        }
    }

    private synchronized void noteAcknowledged() {
        acknowledged++;
        notifyAll();
    }

    private synchronized void noteRefused(Duration took) {
        rejected++;
        longestRefusal = took.compareTo(longestRefusal) > 0 ? took : longestRefusal;
        notifyAll();
    }

    /** Returns when that many more requests have been acknowledged, or at the end. */
    synchronized void awaitAcknowledged(int more) throws InterruptedException {
        for (int until = acknowledged + more; acknowledged < until && !ended;) {
            wait();
        }
    }

    /** Returns when that many more requests have been rejected, or at the end. */
    synchronized void awaitRefused(int more) throws InterruptedException {
        for (int until = rejected + more; rejected < until && !ended;) {
            wait();
        }
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    private synchronized boolean isEnded() {
        return ended;
    }

    synchronized Duration longestRefusal() {
        return longestRefusal;
    }
}
