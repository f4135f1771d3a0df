package sessions.bootstrap.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import sessions.shell.Setting;

/** The option for the log format. */
public final class LogOptions {

    private static final String JSON = "json";
    private static final String TEXT = "text";

    @Setting
    @Option(names = "--log-format", paramLabel = "FORMAT", defaultValue = TEXT, converter = Format.class,
            description = "Log format: text, or json for one JSON object per line (default: ${DEFAULT-VALUE}).")
    private String format = TEXT;

    /** Parses the log format. */
    static final class Format implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.equals(JSON) || text.equals(TEXT)) {
                return text;
            }
            throw new TypeConversionException("'" + text + "' is not one of text, json");
        }
    }

    public boolean isJson() {
        return format.equals(JSON);
    }
}
