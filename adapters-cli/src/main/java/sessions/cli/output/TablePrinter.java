package sessions.cli.output;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;
import sessions.shell.TerminalText;

/**
 * Prints aligned columns. The first rows decide how wide they are, so that a list of any length can be printed as it
 * comes; a later cell that is wider pushes the rest of its row aside.
 */
public final class TablePrinter<T> implements Printer<T> {

    private static final int ROWS_THAT_DECIDE = 100;
    private static final int GAP = 2;
    /** On a terminal one long text must not tear the table apart. */
    private static final int WIDEST_ON_TERMINAL = 40;

    private final List<Column<T>> columns;
    private final PrintTarget page;
    private final int widest;
    private final List<List<Cell>> waiting = new ArrayList<>();
    private int @Nullable [] widths;

    private record Cell(String text, @Nullable Style style) {
    }

    public TablePrinter(List<Column<T>> columns, PrintTarget page, boolean whole) {
        this.columns = columns;
        this.page = page;
        this.widest = page.terminal() && !whole ? WIDEST_ON_TERMINAL : Integer.MAX_VALUE;
    }

    @Override
    public void print(T row) {
        List<Cell> cells = columns.stream().map(column -> cell(column, row)).toList();
        if (widths != null) {
            line(cells, widths);
            return;
        }
        waiting.add(cells);
        if (waiting.size() == ROWS_THAT_DECIDE) {
            printWaiting();
        }
    }

    @Override
    public void breakOff() {
        if (!waiting.isEmpty()) {
            printWaiting();
        }
    }

    @Override
    public void end() {
        if (widths == null) {
            printWaiting();
        }
    }

    private void printWaiting() {
        List<Cell> header = columns.stream().map(column -> new Cell(column.title(), Style.bold)).toList();
        int[] decided = new int[columns.size()];
        waiting.addFirst(header);
        for (List<Cell> row : waiting) {
            for (int i = 0; i < decided.length; i++) {
                decided[i] = Math.max(decided[i], length(row.get(i).text()));
            }
        }
        waiting.forEach(row -> line(row, decided));
        waiting.clear();
        widths = decided;
    }

    private Cell cell(Column<T> column, T row) {
        String text = TerminalText
                .text(column.cell().apply(row, page.now()).filter(cell -> !cell.isEmpty()).orElse("-"));
        return new Cell(length(text) > widest ? TerminalText.cut(text, widest) : text, column.style().apply(row));
    }

    private void line(List<Cell> cells, int[] decided) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < decided.length; i++) {
            Cell cell = cells.get(i);
            boolean last = i == decided.length - 1;
            line.append(page.styled(cell.text(), cell.style()))
                    .repeat(' ', last ? 0 : Math.max(0, decided[i] - length(cell.text())) + GAP);
        }
        page.line(line.toString());
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
