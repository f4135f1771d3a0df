package sessions.wire.json;

import java.util.Optional;
import java.util.regex.Pattern;

/** Versions of sessions in requests. */
public final class VersionText {

    private static final Pattern FORM = Pattern.compile("[1-9]\\d{0,18}");

    private VersionText() {
    }

    /** Parses a version. Returns empty if the text is not a {@code long} of at least 1. */
    public static Optional<Long> parse(String text) {
        try {
            return FORM.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
