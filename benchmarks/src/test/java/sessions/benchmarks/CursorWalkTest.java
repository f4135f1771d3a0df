package sessions.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.benchmarks.population.StoreKind;

/** Tests only that the benchmark runs; with so few sessions its results have no meaning. */
class CursorWalkTest {

    @Test
    void measuresBothListsOnEveryStoreAndSpread() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CursorWalk(new PrintStream(out, true, UTF_8)).run(CursorWalkArguments.parse("2000"));
        assertThat(out.toString(UTF_8).lines().filter(line -> line.contains(" ms | "))).hasSize(3 * 3 * 2)
                .allMatch(line -> line.contains(" all | 20 | 10 | ") || line.contains(" one user's | 4 | 2 | "));
    }

    @Test
    void argumentsAreSessionsAndStores() {
        assertThat(CursorWalkArguments.parse())
                .isEqualTo(new CursorWalkArguments(1_000_000, List.of(StoreKind.values())));
        assertThat(CursorWalkArguments.parse("5000", "memory", "h2"))
                .isEqualTo(new CursorWalkArguments(5_000, List.of(StoreKind.MEMORY, StoreKind.H2)));
    }

    @Test
    void invalidArgumentsAreRejectedWithTheUsage() {
        for (String wrong : List.of("many", "1", "5000 oracle")) {
            assertThatIllegalArgumentException().isThrownBy(() -> CursorWalkArguments.parse(wrong.split(" ")))
                    .withMessageContaining(CursorWalkArguments.USAGE);
        }
    }
}
