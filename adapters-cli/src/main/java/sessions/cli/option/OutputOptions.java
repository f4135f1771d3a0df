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

/** The option that selects the output format. */
public final class OutputOptions {

    @Option(names = {"-o", "--output"}, paramLabel = "FORMAT", converter = OutputFormat.Converter.class,
            completionCandidates = OutputFormat.Labels.class, description = {
                    "Output format: table, wide, json, jsonl, yaml or csv (default: table on a terminal; otherwise"
                            + " wide for lists and json for single items)."})
    private @Nullable OutputFormat format;

    /** Returns the format for a list. */
    public OutputFormat listFormat(Terminal terminal) {
        if (format != null) {
            return format;
        }
        return terminal.output() ? OutputFormat.TABLE : OutputFormat.WIDE;
    }

    /** Returns a printer for a list. */
    public <T> Printer<T> listPrinter(View<T> view, PrintWriter out, Shell shell) {
        PrintTarget target = target(out, shell);
        return switch (listFormat(shell.terminal())) {
            case TABLE -> new TablePrinter<>(view.table(), target, false);
            case WIDE -> new TablePrinter<>(view.wide(), target, true);
            case JSON -> new JsonPrinter<>(view.json(), target);
            case JSONL -> new JsonLinesPrinter<>(view.json(), target);
            case YAML -> new YamlPrinter<>(view.json(), target, false);
            case CSV -> new CsvPrinter<>(view.exact(), target);
        };
    }

    /** Prints a single item. */
    public <T> void printItem(T item, View<T> view, PrintWriter out, Shell shell) {
        PrintTarget target = target(out, shell);
        Printer<T> printer = switch (itemFormat(shell.terminal())) {
            case TABLE, WIDE -> new CardPrinter<>(view.exact(), target);
            case JSON, JSONL -> new JsonLinesPrinter<>(view.json(), target);
            case YAML -> new YamlPrinter<>(view.json(), target, true);
            case CSV -> new CsvPrinter<>(view.exact(), target);
        };
        printer.print(item);
        printer.end();
        out.flush();
    }

    /** Returns the format for a single item. */
    public OutputFormat itemFormat(Terminal terminal) {
        if (format != null) {
            return format;
        }
        return terminal.output() ? OutputFormat.TABLE : OutputFormat.JSON;
    }

    /** Returns the target that the output is printed to. */
    public PrintTarget target(PrintWriter out, Shell shell) {
        Terminal terminal = shell.terminal();
        return new PrintTarget(out, terminal.output(), terminal.colouredOutput(), shell.clock().instant());
    }
}
