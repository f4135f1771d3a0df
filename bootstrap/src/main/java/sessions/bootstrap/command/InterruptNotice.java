package sessions.bootstrap.command;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says in one line that a command was interrupted (Ctrl-C, SIGTERM), which by itself the Java machine does silently. */
final class InterruptNotice implements AutoCloseable {

    /** Commands that work on two stores have two of these. */
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private final Thread announcement;

    private InterruptNotice(Thread announcement) {
        this.announcement = announcement;
    }

    /** From now on until it is closed. */
    static InterruptNotice announcedOn(PrintWriter err) {
        Thread announcement = new Thread(() -> {
            if (!SAID.getAndSet(true)) {
                err.println("sessions: interrupted");
                err.flush();
            }
        }, "interruption");
        Runtime.getRuntime().addShutdownHook(announcement);
        return new InterruptNotice(announcement);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(announcement);
        } catch (IllegalStateException interrupted) {
            // Too late: it is being said.
        }
    }
}
