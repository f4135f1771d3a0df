package sessions.cli.output;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import sessions.shell.TerminalText;

/** The output formats. */
public enum OutputFormat {

    /** Aligned columns for people: relative times, shortened ids. */
    TABLE,
    /** Aligned columns with all fields, whole ids and exact times. */
    WIDE,
    /** One JSON document. */
    JSON,
    /** JSON Lines: one document per line. */
    JSONL,
    YAML,
    CSV;

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The values that completion offers. */
    public static final class Labels implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(values()).map(OutputFormat::label).iterator();
        }
    }

    public static final class Converter implements ITypeConverter<OutputFormat> {
        @Override
        public OutputFormat convert(String text) {
            return Arrays.stream(values()).filter(format -> format.label().equals(text)).findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + TerminalText.text(text) + "' is not one of "
                            + Arrays.stream(values()).map(OutputFormat::label).collect(Collectors.joining(", "))));
        }
    }
}
