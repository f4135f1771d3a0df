package sessions.bootstrap.options;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converters of numbers with bounds. */
public final class NumberConverters {

    private NumberConverters() {
    }

    private static int within(String text, String number, long unit, long min, long max, String expected) {
        long value = number.isEmpty() ? -1 : Long.parseLong(number) * unit;
        if (value < min || value > max) {
            throw new TypeConversionException("'" + text + "' is not " + expected);
        }
        return (int) value;
    }

    /** A TCP port, 0 for any free one. */
    public static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return within(text, digits(text), 1, 0, 65_535, "a port from 0 to 65535");
        }
    }

    /** The size of a page of a list. */
    public static final class PageSize implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return within(text, digits(text), 1, 1, 10_000, "a number from 1 to 10000");
        }
    }

    /** A positive number. */
    static final class Positive implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return within(text, digits(text), 1, 1, 1_000_000, "a number from 1 to 1000000");
        }
    }

    /** The size of a body, which is held in memory. */
    public static final class BodySize extends Size {
        BodySize() {
            super(1 << 10, 256 << 20, "a size from 1KiB to 256MiB, such as 512KiB or 1MiB");
        }
    }

    /** The size of headers, which are held in memory for each connection. */
    static final class HeaderSize extends Size {
        HeaderSize() {
            super(1 << 10, 1 << 20, "a size from 1KiB to 1MiB, such as 8KiB");
        }
    }

    /** A data rate per second. */
    static final class Pace extends Size {
        Pace() {
            super(1, 1 << 30, "a size from 1B to 1024MiB, such as 10KB");
        }
    }

    /** A size in bytes, with an optional unit. */
    abstract static class Size implements ITypeConverter<Integer> {

        private static final Pattern FORM = Pattern.compile("(\\d{1,10})(B|KB|KiB|MB|MiB)?");

        private final int min;
        private final int max;
        private final String expected;

        Size(int min, int max, String expected) {
            this.min = min;
            this.max = max;
            this.expected = expected;
        }

        @Override
        public Integer convert(String text) {
            Matcher matcher = FORM.matcher(text);
            return matcher.matches()
                    ? within(text, matcher.group(1), unit(matcher), min, max, expected)
                    : within(text, "", 1, 0, 0, expected);
        }

        private static long unit(Matcher matcher) {
            String unit = matcher.group(2) == null ? "B" : matcher.group(2);
            return switch (unit) {
                case "KB" -> 1000;
                case "KiB" -> 1 << 10;
                case "MB" -> 1_000_000;
                case "MiB" -> 1 << 20;
                default -> 1;
            };
        }
    }

    private static String digits(String text) {
        return text.matches("\\d{1,10}") ? text : "";
    }
}
