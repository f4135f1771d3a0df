package sessions.bootstrap.configuration;

import org.jspecify.annotations.Nullable;

/**
 * The value of a setting.
 *
 * @param text the value as an option takes it
 * @param origin the source of the value, for people
 * @param file the file that contains only the value, as the origin names it; null if the origin contains the value
 */
public record SettingValue(String text, String origin, @Nullable String file) {

    SettingValue(String text, String origin) {
        this(text, origin, null);
    }

    /** Returns the source of the value with the file, for people. */
    String source() {
        return file == null ? origin : origin + " (" + file + ")";
    }

    /** Omits the text, which may be a secret. */
    @Override
    public String toString() {
        return "Found[" + source() + "]";
    }
}
