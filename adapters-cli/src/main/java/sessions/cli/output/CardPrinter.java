package sessions.cli.output;

import java.util.List;
import picocli.CommandLine.Help.Ansi.Style;
import sessions.shell.TerminalText;

/** Prints one thing for people, a field a line. */
public final class CardPrinter<T> implements Printer<T> {

    private final List<Column<T>> fields;
    private final PrintTarget page;

    public CardPrinter(List<Column<T>> fields, PrintTarget page) {
        this.fields = fields;
        this.page = page;
    }

    @Override
    public void print(T thing) {
        int width = fields.stream().mapToInt(field -> field.title().length()).max().orElse(0);
        for (Column<T> field : fields) {
            String value = field.cell().apply(thing, page.now()).orElse("-");
            page.line(page.styled(field.title(), Style.bold) + " ".repeat(width - field.title().length() + 2)
                    + TerminalText.text(value));
        }
    }

    @Override
    public void end() {
        // One thing ends with its last field.
    }
}
