package sessions.bootstrap.configuration;

/**
 * The value of a setting.
 *
 * @param text the value as an option takes it
 * @param origin where it comes from, for people
 */
public record SettingValue(String text, String origin) {

    /** The origin only: the text may be a secret. */
    @Override
    public String toString() {
        return "Found[" + origin + "]";
    }
}
