package sessions.bootstrap.configuration;

import java.lang.reflect.AnnotatedElement;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import sessions.shell.Setting;

/**
 * A setting's name in each of its forms: the option {@code --store-user}, the variable {@code SESSIONS_STORE_USER} and
 * the key {@code store-user} of a settings file.
 *
 * @param key the key of a settings file
 */
public record SettingName(String key) {

    static final String PREFIX = "SESSIONS_";

    /** Returns the name of an option that is a setting, or empty for other options. */
    public static Optional<SettingName> of(ArgSpec argument) {
        return argument instanceof OptionSpec option && setting(option) != null
                ? Optional.of(new SettingName(option.longestName().substring(2)))
                : Optional.empty();
    }

    /** Returns the name for a variable. */
    static SettingName ofVariable(String variable) {
        return new SettingName(variable.substring(PREFIX.length()).replace('_', '-').toLowerCase(Locale.ROOT));
    }

    /** Returns all names of an option: its own and, if it is secret, that of the file; none if it is not a setting. */
    static Stream<SettingName> allOf(OptionSpec option) {
        Optional<SettingName> name = of(option);
        return isSecret(option) ? name.stream().flatMap(own -> Stream.of(own, own.ofFile())) : name.stream();
    }

    /** Whether the setting is secret. Its value can also be in its own file. */
    static boolean isSecret(OptionSpec option) {
        Setting setting = setting(option);
        return setting != null && setting.secret();
    }

    /** Whether the setting names a file that contains a secret. */
    static boolean isSecretFile(OptionSpec option) {
        Setting setting = setting(option);
        return setting != null && setting.secretFile();
    }

    private static @Nullable Setting setting(OptionSpec option) {
        return option.userObject() instanceof AnnotatedElement field ? field.getAnnotation(Setting.class) : null;
    }

    /** The name of the variable. */
    public String variable() {
        return PREFIX + key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The setting that names the file with the value. */
    SettingName ofFile() {
        return new SettingName(key + "-file");
    }
}
