package sessions.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepPaceTest {

    private final List<Duration> pauses = new ArrayList<>();
    private long nanoTime = -1_000;
    private boolean stopped;
    private final SweepPace pace = new SweepPace(() -> nanoTime, this::pause);

    @Test
    void pausesNineTimesAsLongAsTheBatchTook() {
        batch(Duration.ofMillis(40));
        batch(Duration.ofMillis(7));
        batch(Duration.ZERO);
        assertThat(pauses).containsExactly(Duration.ofMillis(360), Duration.ofMillis(63), Duration.ZERO);
    }

    @Test
    void pausesAtMostOneSecond() {
        batch(Duration.ofMillis(112));
        batch(Duration.ofHours(1));
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void returnsWhetherTheSweepMustStop() {
        assertThat(batch(Duration.ofMillis(1))).isFalse();
        stopped = true;
        assertThat(batch(Duration.ofMillis(1))).isTrue();
    }

    private boolean batch(Duration took) {
        nanoTime += took.toNanos();
        return pace.getAsBoolean();
    }

    /** Advances the clock, which must not count for the next batch. */
    private boolean pause(Duration duration) {
        pauses.add(duration);
        nanoTime += duration.toNanos();
        return stopped;
    }
}
