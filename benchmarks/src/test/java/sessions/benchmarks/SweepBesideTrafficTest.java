package sessions.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That it still runs; what it measures on so few sessions means nothing. */
class SweepBesideTrafficTest {

    @Test
    void closesEachSessionOnceBesideRequestsThatAllSucceed() throws SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SweepBesideTraffic(new PrintStream(out, true, UTF_8))
                .run(new SweepArguments(2_000, 500, Duration.ofMillis(200)));
        assertThat(out.toString(UTF_8)).contains("| without a sweep | ", "| beside the sweep | ",
                "99 % beside / without: ",
                "Closed by all: 2,000", "Failed requests: 0", "; deadlocks: 0");
    }

    @Test
    void latenciesAreThoseThatAShareOfTheRequestsKept() {
        Latencies latencies = new Latencies(List.of(4_000_000L, 1_000_000L, 3_000_000L, 2_000_000L));
        assertThat(latencies.count()).isEqualTo(4);
        assertThat(latencies.millis(0.5)).isEqualTo(2);
        assertThat(latencies.millis(0.51)).isEqualTo(3);
        assertThat(latencies.millis(1)).isEqualTo(4);
    }

    @Test
    void argumentsSaySessionsAndTime() {
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
