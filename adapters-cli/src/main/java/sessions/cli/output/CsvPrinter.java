package sessions.cli.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Prints CSV (RFC 4180, but lines end with LF): a header, then one row per item. A cell is empty for null and for the
 * empty string.
 */
public final class CsvPrinter<T> implements Printer<T> {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();

    private final List<Column<T>> fields;
    private final PrintTarget target;
    private final ObjectWriter rows;
    private boolean started;

    public CsvPrinter(List<Column<T>> fields, PrintTarget target) {
        this.fields = fields;
        this.target = target;
        this.rows = CSV.writer(CsvSchema.builder().addColumns(fields.stream().map(Column::title).toList(),
                CsvSchema.ColumnType.STRING).build());
    }

    @Override
    public void print(T item) {
        start();
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        fields.forEach(field -> row.put(field.title(), field.cell().apply(item, target.now()).orElse(null)));
        write(row);
    }

    @Override
    public void end() {
        start();
    }

    private void start() {
        if (!started) {
            write(fields.stream().collect(Collectors.toMap(Column::title, Column::title)));
            started = true;
        }
    }

    private void write(Map<String, @Nullable String> row) {
        target.out().print(target.safe(rows.writeValueAsString(row)));
    }
}
