package sessions.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sessions.testkit.store.StoreLimitation;

/** The documented limitations of each store match those that the test suites declare. */
class StoreLimitationsTest {

    @Test
    void documentedTableMatchesTheDeclaredLimitations() throws IOException {
        List<String> document = Files.readAllLines(Path.of("..", "docs", "stores.md"));
        assertThat(document).containsSubsequence(Stream.concat(Stream.of(row("content", TestedStore::title)),
                Arrays.stream(StoreLimitation.values()).map(StoreLimitationsTest::row)).toList());
    }

    private static String row(StoreLimitation limitation) {
        return row(limitation.text(), store -> store.limitations().contains(limitation) ? "yes" : "no");
    }

    private static String row(String first, Function<TestedStore, String> cell) {
        return Arrays.stream(TestedStore.values()).map(cell)
                .collect(Collectors.joining(" | ", "| " + first + " | ", " |"));
    }
}
