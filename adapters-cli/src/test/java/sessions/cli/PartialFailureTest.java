package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sessions.cli.CliFixture.Ran;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.FailingPorts;

/** Operations on several sessions that fail midway. */
class PartialFailureTest {

    private final AtomicInteger deletesLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger stepsLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger partsLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final CliFixture cli = new CliFixture(failing(new MemorySessionStore()));

    @ParameterizedTest
    @CsvSource({"jsonl,2", "json,3", "csv,3", "yaml,30", "table,3", "wide,3"})
    void resultsBeforeAFailureArePrintedInEveryFormat(String format, int lines) {
        List<String> ids = open(4);
        ids.add(1, CliFixture.UNKNOWN_ID);
        deletesLeft.set(3);
        Ran ran = cli.run(command("delete", ids, "--yes", "-o", format));
        assertThat(ran.exit()).isEqualTo(6);
        assertThat(ran.out().strip().lines()).hasSize(lines);
        assertThat(ran.out()).contains(ids.get(0).substring(0, 6), ids.get(2).substring(0, 6)).doesNotEndWith("]\n");
        assertThat(ran.err()).isEqualTo("""
                sessions: there is no session 0123456789abcdef0123456789abcdef
                sessions: 2 sessions processed before this error:
                sessions: The store is gone
                """);
    }

    @Test
    void nothingIsPrintedIfNothingWasDone() {
        deletesLeft.set(0);
        assertThat(cli.run(command("delete", open(2), "--yes")))
                .isEqualTo(CliFixture.message(6, "The store is gone"));
    }

    @Test
    void closingByFilterPrintsHowManyWereClosedBeforeAFailure() {
        open(600);
        stepsLeft.set(1);
        assertThat(cli.run("close", "--user", "user", "--yes")).isEqualTo(new Ran(6, "",
                "sessions: 500 sessions processed before this error:\nsessions: The store is gone\n"));
        assertThat(cli.active("user")).isEqualTo(100);
    }

    @Test
    void erasingPrintsHowManyWereErasedBeforeAFailure() {
        open(1100);
        stepsLeft.set(2);
        assertThat(cli.run("erase", "--user", "user", "--yes")).isEqualTo(new Ran(6, "",
                "sessions: 1,000 sessions processed before this error:\nsessions: The store is gone\n"));
        assertThat(cli.active("user")).isEqualTo(100);
    }

    @Test
    void failedExportLeavesNoFile(@TempDir Path folder) {
        open(30);
        partsLeft.set(1);
        assertThat(cli.run("export-user", "user", "--out", folder.resolve("user.jsonl").toString()))
                .isEqualTo(CliFixture.message(6, "The store is gone"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void commandStopsWhenItsOutputFails() {
        List<String> ids = open(5);
        BrokenPipe pipe = new BrokenPipe(2);
        int exit = cli.commandLine().setOut(pipe.writer()).execute(command("delete", ids, "--yes", "-o", "jsonl"));
        assertThat(exit).isEqualTo(1);
        assertThat(pipe.written()).hasLineCount(2);
        assertThat(cli.active("user")).isEqualTo(2);
    }

    private List<String> open(int count) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(_ -> cli.open("user")).map(SessionV1::id)
                .map(id -> id.value()).toList());
    }

    private static String[] command(String name, List<String> ids, String... options) {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(ids);
        command.addAll(List.of(options));
        return command.toArray(String[]::new);
    }

    /** A store that fails after a number of deletions or batches. */
    private SessionStore failing(SessionStore store) {
        return FailingPorts.sometimes(SessionStore.class, store, (name, _) -> switch (name) {
            case "delete" -> deletesLeft.getAndDecrement() <= 0;
            case "closeMatching", "removeOfUser" -> stepsLeft.getAndDecrement() <= 0;
            case "readAfter" -> partsLeft.getAndDecrement() <= 0;
            default -> false;
        }, () -> new StoreUnavailableException("The store is gone", null));
    }
}
