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
 * Prints CSV (RFC 4180, but lines end by LF): a header, then a row for each thing. A cell is empty for null as for an
 * empty text.
 */
public final class CsvPrinter<T> implements Printer<T> {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();

    private final List<Column<T>> fields;
    private final PrintTarget page;
    private final ObjectWriter rows;
    private boolean begun;

    public CsvPrinter(List<Column<T>> fields, PrintTarget page) {
        this.fields = fields;
        this.page = page;
        this.rows = CSV.writer(CsvSchema.builder().addColumns(fields.stream().map(Column::title).toList(),
                CsvSchema.ColumnType.STRING).build());
    }

    @Override
    public void print(T thing) {
        begin();
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        fields.forEach(field -> row.put(field.title(), field.cell().apply(thing, page.now()).orElse(null)));
        write(row);
    }

    @Override
    public void end() {
        begin();
    }

    private void begin() {
        if (!begun) {
            write(fields.stream().collect(Collectors.toMap(Column::title, Column::title)));
            begun = true;
        }
    }

    private void write(Map<String, @Nullable String> row) {
        page.out().print(page.safe(rows.writeValueAsString(row)));
    }
}
