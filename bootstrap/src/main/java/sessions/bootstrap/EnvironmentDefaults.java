package sessions.bootstrap;

import java.lang.reflect.AnnotatedElement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import sessions.cli.Setting;

/** Gives each {@link Setting} its twin in the environment: {@code --store-user} is {@code SESSIONS_STORE_USER}. */
final class EnvironmentDefaults implements IDefaultValueProvider {

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || !isSetting(option)) {
            return null;
        }
        String value = environment.get(variable(option));
        return value == null || value.isEmpty() ? null : value;
    }

    /** The name of the variable that a refused value came from, or empty where it did not come from the environment. */
    Optional<String> origin(ParameterException failed) {
        return Optional.ofNullable(failed.getArgSpec()).filter(OptionSpec.class::isInstance).map(OptionSpec.class::cast)
                .filter(option -> failed.getValue() != null && comesFrom(option, failed.getValue()))
                .map(EnvironmentDefaults::variable);
    }

    /** Of a list, the refused value is one element. */
    private boolean comesFrom(OptionSpec option, String refused) {
        String all = defaultValue(option);
        if (all == null || option.splitRegex().isEmpty()) {
            return refused.equals(all);
        }
        return Pattern.compile(option.splitRegex()).splitAsStream(all).anyMatch(refused::equals);
    }

    /** Whether an option can also be set in the environment. */
    static boolean isSetting(OptionSpec option) {
        return option.userObject() instanceof AnnotatedElement field && field.isAnnotationPresent(Setting.class);
    }

    private static String variable(OptionSpec option) {
        return "SESSIONS" + option.longestName().substring(1).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
