package sessions.cli.option;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.cli.output.CardPrinter;
import sessions.cli.output.CsvPrinter;
import sessions.cli.output.JsonLinesPrinter;
import sessions.cli.output.JsonPrinter;
import sessions.cli.output.OutputFormat;
import sessions.cli.output.PrintTarget;
import sessions.cli.output.Printer;
import sessions.cli.output.TablePrinter;
import sessions.cli.output.View;
import sessions.cli.output.YamlPrinter;
import sessions.shell.Shell;
import sessions.shell.Terminal;

/** How a command prints what it found. */
public final class OutputOptions {

    @Option(names = {"-o", "--output"}, paramLabel = "FORMAT", converter = OutputFormat.Converter.class,
            completionCandidates = OutputFormat.Labels.class, description = {
                    "Output format: table, wide, json, jsonl, yaml or csv (default: table on a terminal; otherwise"
                            + " wide for lists and json for single items)."})
    private @Nullable OutputFormat format;

    /** The format of a list. */
    public OutputFormat ofMany(Terminal terminal) {
        if (format != null) {
            return format;
        }
        return terminal.output() ? OutputFormat.TABLE : OutputFormat.WIDE;
    }

    /** Prints a list. */
    public <T> Printer<T> many(View<T> view, PrintWriter out, Shell shell) {
        PrintTarget page = page(out, shell);
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
    public <T> void one(T thing, View<T> view, PrintWriter out, Shell shell) {
        PrintTarget page = page(out, shell);
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
    public OutputFormat ofOne(Terminal terminal) {
        if (format != null) {
            return format;
        }
        return terminal.output() ? OutputFormat.TABLE : OutputFormat.JSON;
    }

    /** What output goes to. */
    public PrintTarget page(PrintWriter out, Shell shell) {
        Terminal terminal = shell.terminal();
        return new PrintTarget(out, terminal.output(), terminal.colouredOutput(), shell.clock().instant());
    }
}
