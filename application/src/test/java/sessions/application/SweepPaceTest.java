package sessions.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepPaceTest {

    private final List<Duration> rests = new ArrayList<>();
    private long nanoTime = -1_000;
    private boolean stopped;
    private final SweepPace pace = new SweepPace(() -> nanoTime, this::rest);

    @Test
    void restsNineTimesAsLongAsTheBatchTook() {
        batch(Duration.ofMillis(40));
        batch(Duration.ofMillis(7));
        batch(Duration.ZERO);
        assertThat(rests).containsExactly(Duration.ofMillis(360), Duration.ofMillis(63), Duration.ZERO);
    }

    @Test
    void restsForASecondAtTheMost() {
        batch(Duration.ofMillis(112));
        batch(Duration.ofHours(1));
        assertThat(rests).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void saysWhetherTheRestWasEndedToStop() {
        assertThat(batch(Duration.ofMillis(1))).isFalse();
        stopped = true;
        assertThat(batch(Duration.ofMillis(1))).isTrue();
    }

    private boolean batch(Duration took) {
        nanoTime += took.toNanos();
        return pace.getAsBoolean();
    }

    /** Takes its time, which is no part of the next batch. */
    private boolean rest(Duration duration) {
        rests.add(duration);
        nanoTime += duration.toNanos();
        return stopped;
    }
}
