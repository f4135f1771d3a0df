package sessions.cli.output;

import java.util.List;
import picocli.CommandLine.Help.Ansi.Style;
import sessions.shell.TerminalText;

/** Prints one item for people, one field per line. */
public final class CardPrinter<T> implements Printer<T> {

    private final List<Column<T>> fields;
    private final PrintTarget target;

    public CardPrinter(List<Column<T>> fields, PrintTarget target) {
        this.fields = fields;
        this.target = target;
    }

    @Override
    public void print(T item) {
        int width = fields.stream().mapToInt(field -> field.title().length()).max().orElse(0);
        for (Column<T> field : fields) {
            String value = field.cell().apply(item, target.now()).orElse("-");
            target.line(target.styled(field.title(), Style.bold) + " ".repeat(width - field.title().length() + 2)
                    + TerminalText.text(value));
        }
    }

    @Override
    public void end() {
        // Nothing follows the last field.
    }
}
