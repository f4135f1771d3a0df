package sessions.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import sessions.benchmarks.load.Latencies;

/** Tests only that the benchmark runs; with so few sessions its results have no meaning. */
class SweepBesideTrafficTest {

    @Test
    void closesEachSessionOnceWhileAllRequestsSucceed() throws SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SweepBesideTraffic(new PrintStream(out, true, UTF_8))
                .run(new SweepArguments(2_000, 500, Duration.ofMillis(200)));
        assertThat(out.toString(UTF_8)).contains("| without a sweep | ", "| during the sweep | ",
                "99 % during / without: ",
                "Closed by all: 2,000", "Failed requests: 0", "; deadlocks: 0");
    }

    @Test
    void latenciesArePercentiles() {
        Latencies latencies = new Latencies();
        LongStream.of(4_000_000, 1_000_000, 3_000_000, 2_000_000).forEach(latencies::add);
        assertThat(latencies.count()).isEqualTo(4);
        assertThat(latencies.millis(0.5)).isCloseTo(2, withinAThousandth());
        assertThat(latencies.millis(0.51)).isCloseTo(3, withinAThousandth());
        assertThat(latencies.millis(1)).isCloseTo(4, withinAThousandth());
    }

    private static Percentage withinAThousandth() {
        return Percentage.withPercentage(0.1);
    }

    @Test
    void argumentsAreSessionsAndDuration() {
        assertThat(SweepArguments.parse())
                .isEqualTo(new SweepArguments(1_000_000, 100_000, Duration.ofMinutes(1)));
        assertThat(SweepArguments.parse("5000", "7", "2"))
                .isEqualTo(new SweepArguments(5_000, 7, Duration.ofSeconds(2)));
        for (String wrong : List.of("many", "0", "1 2 -3", "1 2 3 4")) {
            assertThatIllegalArgumentException().isThrownBy(() -> SweepArguments.parse(wrong.split(" ")))
                    .withMessageContaining(SweepArguments.USAGE);
        }
    }
}
