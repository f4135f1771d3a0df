package sessions.cli.output;

import java.util.List;
import java.util.function.Function;

/**
 * How one kind of thing is shown.
 *
 * @param table the columns for a glance
 * @param wide the columns with everything
 * @param exact the fields with their exact values, under the names that they have in JSON
 * @param json the whole as JSON text
 */
public record View<T>(List<Column<T>> table, List<Column<T>> wide, List<Column<T>> exact, Function<T, String> json) {

    /** Of what is as short as it is exact. */
    public static <T> View<T> of(List<Column<T>> columns, Function<T, String> json) {
        return new View<>(columns, columns, columns, json);
    }
}
