package sessions.bootstrap.options;

import ch.qos.logback.classic.Level;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses a log level. */
public final class LogLevelConverter implements ITypeConverter<Level> {

    private static final Set<String> LEVELS = Set.of("error", "warn", "info", "debug", "trace");

    @Override
    public Level convert(String text) {
        if (!LEVELS.contains(text)) {
            throw new TypeConversionException("'" + text + "' is not one of error, warn, info, debug, trace");
        }
        return Level.toLevel(text);
    }
}
