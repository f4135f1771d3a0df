package sessions.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command prints what it found. */
final class OutputOptions {

    @Option(names = {"-o", "--output"}, paramLabel = "FORMAT", converter = Format.Converter.class,
            completionCandidates = Format.Labels.class, description = {
                    "json, jsonl, yaml, csv, wide or table (default: a table on a terminal, else lists wide and single things"
                            + " as JSON)."})
    private @Nullable Format format;

    /** The format of a list. */
    Format ofMany(Terminal terminal) {
        if (format != null) {
            return format;
        }
        return terminal.output() ? Format.TABLE : Format.WIDE;
    }

    /** Prints a list. */
    <T> Printer<T> many(View<T> view, PrintWriter out, Shell shell) {
        Page page = page(out, shell);
        return switch (ofMany(shell.terminal())) {
            case TABLE -> new TablePrinter<>(view.table(), page, false);
            case WIDE -> new TablePrinter<>(view.wide(), page, true);
            case JSON -> new JsonPrinter<>(view.json(), page);
            case JSONL -> new JsonLinesPrinter<>(view.json(), page);
            case YAML -> new YamlPrinter<>(view.json(), page, false);
            case CSV -> new CsvPrinter<>(view.exact(), page);
        };
    }

    /** Prints a single thing. */
    <T> void one(T thing, View<T> view, PrintWriter out, Shell shell) {
        Page page = page(out, shell);
        Printer<T> printer = switch (ofOne(shell.terminal())) {
            case TABLE, WIDE -> new CardPrinter<>(view.exact(), page);
            case JSON, JSONL -> new JsonLinesPrinter<>(view.json(), page);
            case YAML -> new YamlPrinter<>(view.json(), page, true);
            case CSV -> new CsvPrinter<>(view.exact(), page);
        };
        printer.print(thing);
        printer.end();
        out.flush();
    }

    /** The format of a single thing. */
    Format ofOne(Terminal terminal) {
        if (format != null) {
            return format;
        }
        return terminal.output() ? Format.TABLE : Format.JSON;
    }

    /** What output goes to. */
    Page page(PrintWriter out, Shell shell) {
        Terminal terminal = shell.terminal();
        return new Page(out, terminal.output(), terminal.colouredOutput(), shell.clock().instant());
    }
}
