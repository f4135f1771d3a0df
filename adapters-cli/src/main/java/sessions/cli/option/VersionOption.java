package sessions.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import sessions.shell.TerminalText;
import sessions.wire.json.VersionText;

/** The version that a session must have for the change to apply. */
public final class VersionOption {

    @Option(names = "--if-version", paramLabel = "N", converter = Converter.class,
            description = "Fail unless the session has this version.")
    private @Nullable Long version;

    /** The expected version, or null for any. */
    public @Nullable Long version() {
        return version;
    }

    static final class Converter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return VersionText.parse(text).orElseThrow(() -> new TypeConversionException(
                    "'" + TerminalText.text(text) + "' is not a version: a whole number from 1"));
        }
    }
}
