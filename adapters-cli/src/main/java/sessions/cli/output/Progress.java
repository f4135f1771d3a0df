package sessions.cli.output;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import sessions.shell.Shell;

/** A progress bar for long operations, shown if standard error is a terminal. */
public final class Progress implements AutoCloseable {

    /** Shows nothing. */
    public static final Progress NONE = new Progress(null, new PrintWriter(Writer.nullWriter()));

    private static final int WIDTH = 78;
    private static final int REFRESH_MILLIS = 100;

    private final @Nullable ProgressBar bar;
    private final PrintWriter err;

    private Progress(@Nullable ProgressBar bar, PrintWriter err) {
        this.bar = bar;
        this.err = err;
    }

    /**
     * Shows the progress of counted items.
     *
     * @param total the number of items
     */
    public static Progress of(String verb, long total, Shell shell, PrintWriter err) {
        if (!shell.terminal().errors() || total <= 1) {
            return NONE;
        }
        String task = verb.substring(0, 1).toUpperCase(Locale.ROOT) + verb.substring(1);
        return new Progress(bar(task, total, err).build(), err);
    }

    /**
     * Shows the progress of reading a file.
     *
     * @param total its size in bytes
     */
    public static Progress ofBytes(String task, long total, Shell shell, PrintWriter err) {
        return shell.terminal().errors() && total > 0
                ? new Progress(bar(task, total, err).setUnit(" MiB", 1 << 20).build(), err)
                : NONE;
    }

    private static ProgressBarBuilder bar(String task, long total, PrintWriter err) {
        return new ProgressBarBuilder().setTaskName(task).setInitialMax(total).setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(line -> draw(line, err), WIDTH));
    }

    private static void draw(String line, PrintWriter err) {
        err.print("\r" + line);
        err.flush();
    }

    public void advance(long sessions) {
        if (bar != null) {
            bar.stepBy(sessions);
        }
    }

    /** Sets the progress to a total. */
    public void reach(long done) {
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    /** Stops updating; the last state stays visible. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            err.println();
            err.flush();
        }
    }
}
