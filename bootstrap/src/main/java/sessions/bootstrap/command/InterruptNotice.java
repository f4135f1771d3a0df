package sessions.bootstrap.command;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;

/** Prints one line if a command is interrupted (Ctrl-C, SIGTERM); the JVM prints none. */
final class InterruptNotice implements AutoCloseable {

    /** Commands on two stores install two notices; only one prints. */
    private static final AtomicBoolean PRINTED = new AtomicBoolean();

    private final Thread hook;

    private InterruptNotice(Thread hook) {
        this.hook = hook;
    }

    /** Installs the notice until it is closed. */
    static InterruptNotice printingTo(PrintWriter err) {
        Thread hook = new Thread(() -> {
            if (!PRINTED.getAndSet(true)) {
                err.println("sessions: interrupted");
                err.flush();
            }
        }, "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new InterruptNotice(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException interrupted) {
            // The JVM is shutting down and the notice is being printed.
        }
    }
}
