package sessions.cli.option;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sessions.shell.Shell;

/** Session ids, as arguments or from standard input. */
public final class IdOptions {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Session ids.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--stdin", description = "Also read ids from standard input, one per line.")
    private boolean stdin;

    public boolean hasIds() {
        return stdin || !ids.isEmpty();
    }

    /** Whether ids come from standard input, so that it cannot answer questions. */
    public boolean usesStandardInput() {
        return stdin;
    }

    /** Returns all ids without duplicates. */
    public List<String> read(Shell shell) {
        return Stream.concat(ids.stream(), stdin ? lines(shell) : Stream.empty()).map(String::strip)
                .filter(id -> !id.isEmpty()).distinct().toList();
    }

    private static Stream<String> lines(Shell shell) {
        return new String(ContentArgument.standardInput(shell), StandardCharsets.UTF_8).lines();
    }
}
