package sessions.application;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import sessions.domain.telemetry.Telemetry;

/**
 * Runs the {@link ExpirySweep} repeatedly: first one interval after the start, and each time up to a tenth earlier or
 * later at random, so that the instances of one deployment spread out. Sweeps pause between batches, see
 * {@link SweepPace}. If a sweep fails, this is logged and the next one runs as scheduled.
 */
public final class SweepSchedule implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SweepSchedule.class.getName());
    private static final double JITTER = 0.1;
    private static final Duration MAX_BATCH = Duration.ofSeconds(30);

    private final ExpirySweep sweep;
    private final Duration interval;
    private final ScheduledThreadPoolExecutor executor;
    private final RandomGenerator random;
    private final Telemetry telemetry;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * @param interval the mean time between the end of a sweep and the start of the next
     * @param executor runs the sweeps; shut down by {@link #close()}
     * @param telemetry receives the result of each sweep
     */
    public SweepSchedule(ExpirySweep sweep, Duration interval, ScheduledThreadPoolExecutor executor,
            RandomGenerator random, Telemetry telemetry) {
        this.telemetry = telemetry;
        this.sweep = sweep;
        this.interval = interval;
        this.executor = executor;
        this.random = random;
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Counts the active sessions, then starts the sweeps. */
    public void start() {
        ScheduledFuture<?> _ = executor.schedule(this::countFirst, 0, TimeUnit.MILLISECONDS);
    }

    private void countFirst() {
        try {
            telemetry.activeSessionsCounted(sweep.countActive());
        } catch (Throwable failed) {
            LOG.log(Level.WARNING, "The active sessions could not be counted; the next sweep counts them", failed);
        } finally {
            scheduleNext();
        }
    }

    /**
     * Stops the sweep: at once if it pauses, otherwise after the current batch. Waits for that batch, because threads
     * inside a database must not be interrupted.
     */
    @Override
    public void close() {
        stopped.countDown();
        executor.shutdown();
        try {
            if (!executor.awaitTermination(MAX_BATCH.toSeconds(), TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING,
                        "The count or sweep of sessions did not stop within " + MAX_BATCH.toSeconds() + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the duration or until this is closed, and returns whether it is closed. */
    boolean stoppedWithin(Duration duration) {
        try {
            return stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void scheduleNext() {
        long millis = (long) (interval.toMillis() * random.nextDouble(1 - JITTER, 1 + JITTER));
        try {
            ScheduledFuture<?> _ = executor.schedule(this::runOnce, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.DEBUG, "No further sweep: the schedule is closed");
        }
    }

    /** An exception of a sweep must not end the schedule. */
    private void runOnce() {
        if (stopped.getCount() == 0) {
            return;
        }
        long began = System.nanoTime();
        try {
            ExpirySweep.Result result = sweep.run(new SweepPace(System::nanoTime, this::stoppedWithin));
            Duration time = since(began);
            telemetry.activeSessionsCounted(sweep.countActive());
            telemetry.sweepCompleted(new Telemetry.Sweep(result.closed(), result.removed(), time));
            LOG.log(result.closed() > 0 ? Level.INFO : Level.DEBUG,
                    "Expired sessions closed: " + result.closed());
            LOG.log(result.removed() > 0 ? Level.INFO : Level.DEBUG,
                    "Sessions removed after their retention: " + result.removed());
        } catch (Throwable failed) {
            telemetry.sweepFailed(since(began));
            LOG.log(Level.WARNING, "The sweep of expired sessions failed; the next one runs as scheduled", failed);
        } finally {
            scheduleNext();
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
