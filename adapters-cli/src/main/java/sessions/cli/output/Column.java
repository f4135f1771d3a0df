package sessions.cli.output;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * One column of the output.
 *
 * @param title the heading; in exact columns the contract's name of the field
 * @param cell returns the value as of a time, or empty for none
 * @param style returns the style on terminals with colours, or null for plain
 */
public record Column<T>(String title, BiFunction<T, Instant, Optional<String>> cell,
        Function<T, @Nullable Style> style) {

    public static <T> Column<T> of(String title, Function<T, @Nullable Object> value) {
        return new Column<>(title, (row, _) -> Optional.ofNullable(value.apply(row)).map(Object::toString), _ -> null);
    }

    /** A column with a time relative to now. */
    static <T> Column<T> ofAge(String title, Function<T, @Nullable Instant> time) {
        return new Column<>(title,
                (row, now) -> Optional.ofNullable(time.apply(row)).map(at -> RelativeTime.of(at, now)),
                _ -> null);
    }

    Column<T> styled(Function<T, @Nullable Style> look) {
        return new Column<>(title, cell, look);
    }
}
