package sessions.cli.output;

import java.util.List;
import java.util.function.Function;

/**
 * The columns and the JSON form of one type of item.
 *
 * @param table the short columns
 * @param wide all columns
 * @param exact the fields with exact values, under their JSON names
 * @param json returns the item as JSON text
 */
public record View<T>(List<Column<T>> table, List<Column<T>> wide, List<Column<T>> exact, Function<T, String> json) {

    /** Returns a view with the same columns in all formats. */
    public static <T> View<T> of(List<Column<T>> columns, Function<T, String> json) {
        return new View<>(columns, columns, columns, json);
    }
}
