package sessions.cli.option;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sessions.shell.Shell;

/** The sessions that are named one by one. */
public final class IdOptions {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Session ids.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--stdin", description = "Also read ids from standard input, one per line.")
    private boolean stdin;

    public boolean areGiven() {
        return stdin || !ids.isEmpty();
    }

    /** Whether standard input is taken, so that it cannot answer questions. */
    public boolean takeStandardInput() {
        return stdin;
    }

    /** All of them, each once. */
    public List<String> read(Shell shell) {
        return Stream.concat(ids.stream(), stdin ? lines(shell) : Stream.empty()).map(String::strip)
                .filter(id -> !id.isEmpty()).distinct().toList();
    }

    private static Stream<String> lines(Shell shell) {
        return new String(ContentArgument.standardInput(shell), StandardCharsets.UTF_8).lines();
    }
}
