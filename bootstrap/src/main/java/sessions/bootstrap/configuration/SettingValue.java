package sessions.bootstrap.configuration;

/**
 * The value of a setting.
 *
 * @param text the value as an option takes it
 * @param origin the source of the value, for people
 */
public record SettingValue(String text, String origin) {

    /** Omits the text, which may be a secret. */
    @Override
    public String toString() {
        return "Found[" + origin + "]";
    }
}
