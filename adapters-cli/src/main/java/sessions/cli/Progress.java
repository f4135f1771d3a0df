package sessions.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far long work is, where the error stream is a terminal. */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 78;
    private static final int REFRESH_MILLIS = 100;

    private final @Nullable ProgressBar bar;
    private final PrintWriter err;

    private Progress(@Nullable ProgressBar bar, PrintWriter err) {
        this.bar = bar;
        this.err = err;
    }

    /**
     * @param task what is being done
     * @param total how many sessions there are to do
     */
    static Progress of(String task, long total, Shell shell, PrintWriter err) {
        if (!shell.terminal().errors() || total <= 1) {
            return new Progress(null, err);
        }
        return new Progress(new ProgressBarBuilder().setTaskName(task).setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(REFRESH_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(line -> draw(line, err), WIDTH)).build(), err);
    }

    private static void draw(String line, PrintWriter err) {
        err.print("\r" + line);
        err.flush();
    }

    void advance(long sessions) {
        if (bar != null) {
            bar.stepBy(sessions);
        }
    }

    /** Leaves the last state standing. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            err.println();
            err.flush();
        }
    }
}
