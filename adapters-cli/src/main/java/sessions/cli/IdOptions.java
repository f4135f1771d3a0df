package sessions.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The sessions that are named one by one. */
final class IdOptions {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Ids of sessions.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--stdin", description = "Also those that come in on standard input, one a line.")
    private boolean stdin;

    boolean areGiven() {
        return stdin || !ids.isEmpty();
    }

    /** Whether standard input is taken, so that it cannot answer questions. */
    boolean takeStandardInput() {
        return stdin;
    }

    /** All of them, each once. */
    List<String> read(Shell shell) {
        return Stream.concat(ids.stream(), stdin ? lines(shell) : Stream.empty()).map(String::strip)
                .filter(id -> !id.isEmpty()).distinct().toList();
    }

    private static Stream<String> lines(Shell shell) {
        return new String(Content.standardInput(shell), StandardCharsets.UTF_8).lines();
    }
}
