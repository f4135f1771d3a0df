package sessions.cli.output;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;
import sessions.shell.TerminalText;

/**
 * Prints aligned columns. The first rows determine the widths, so that lists of any length can be streamed; a wider
 * cell in a later row shifts the rest of its row.
 */
public final class TablePrinter<T> implements Printer<T> {

    private static final int ROWS_FOR_WIDTHS = 100;
    private static final int GAP = 2;
    /** Longer texts are cut on a terminal, so that the table stays readable. */
    private static final int MAX_CELL_ON_TERMINAL = 40;

    private final List<Column<T>> columns;
    private final PrintTarget target;
    private final int maxCell;
    private final List<List<Cell>> buffered = new ArrayList<>();
    private int @Nullable [] widths;

    private record Cell(String text, @Nullable Style style) {
    }

    public TablePrinter(List<Column<T>> columns, PrintTarget target, boolean uncut) {
        this.columns = columns;
        this.target = target;
        this.maxCell = target.terminal() && !uncut ? MAX_CELL_ON_TERMINAL : Integer.MAX_VALUE;
    }

    @Override
    public void print(T row) {
        List<Cell> cells = columns.stream().map(column -> cell(column, row)).toList();
        if (widths != null) {
            line(cells, widths);
            return;
        }
        buffered.add(cells);
        if (buffered.size() == ROWS_FOR_WIDTHS) {
            printBuffered();
        }
    }

    @Override
    public void abort() {
        if (!buffered.isEmpty()) {
            printBuffered();
        }
    }

    @Override
    public void end() {
        if (widths == null) {
            printBuffered();
        }
    }

    private void printBuffered() {
        List<Cell> header = columns.stream().map(column -> new Cell(column.title(), Style.bold)).toList();
        int[] columnWidths = new int[columns.size()];
        buffered.addFirst(header);
        for (List<Cell> row : buffered) {
            for (int i = 0; i < columnWidths.length; i++) {
                columnWidths[i] = Math.max(columnWidths[i], length(row.get(i).text()));
            }
        }
        buffered.forEach(row -> line(row, columnWidths));
        buffered.clear();
        widths = columnWidths;
    }

    private Cell cell(Column<T> column, T row) {
        String text = TerminalText
                .text(column.cell().apply(row, target.now()).filter(cell -> !cell.isEmpty()).orElse("-"));
        return new Cell(length(text) > maxCell ? TerminalText.cut(text, maxCell) : text, column.style().apply(row));
    }

    private void line(List<Cell> cells, int[] columnWidths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columnWidths.length; i++) {
            Cell cell = cells.get(i);
            boolean last = i == columnWidths.length - 1;
            line.append(target.styled(cell.text(), cell.style()))
                    .repeat(' ', last ? 0 : Math.max(0, columnWidths[i] - length(cell.text())) + GAP);
        }
        target.line(line.toString());
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
