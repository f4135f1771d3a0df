package sessions.bootstrap.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import sessions.pip.InvalidPipConfigException;
import sessions.pip.PipConfig;

/**
 * The settings that no option sets. A file that an option names takes precedence over the environment, and this over
 * the settings file. Within each, a value takes precedence over a file that contains only the value.
 */
final class Configuration {

    private final List<SettingSource> sources;

    private Configuration(List<SettingSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * Reads the configuration.
     *
     * @param variables the environment
     * @param file the settings file, or null for none
     * @throws IOException if the file cannot be read; each line of the message names the file and a reason
     */
    static Configuration read(Map<String, String> variables, @Nullable Path file) throws IOException {
        Environment environment = new Environment(variables);
        return file == null
                ? new Configuration(List.of(environment))
                : new Configuration(List.of(environment, source(file, TextFile.read(file, "--config"), variables)));
    }

    private static SettingSource source(Path file, String text, Map<String, String> variables) throws IOException {
        try {
            return PipConfig.recognizes(text)
                    ? new PipSettingSource(file, PipConfig.read(text, variables))
                    : SettingsFile.parse(file, text);
        } catch (InvalidPipConfigException invalid) {
            throw new IOException(invalid.problems().stream().map(problem -> file + ", " + problem)
                    .collect(Collectors.joining(System.lineSeparator())), invalid);
        }
    }

    /**
     * Returns the value of an option that is a setting, or empty if it is not set here.
     *
     * @throws IOException if the file with the value cannot be read
     */
    Optional<SettingValue> find(OptionSpec option) throws IOException {
        SettingName name = SettingName.of(option).orElseThrow();
        boolean isList = !option.splitRegex().isEmpty();
        Optional<SettingValue> typed = SecretFileOptions.file(option);
        if (typed.isPresent()) {
            return Optional.of(content(typed.get(), isList));
        }
        for (SettingSource source : sources) {
            Optional<SettingValue> found = source.find(name);
            if (found.isPresent()) {
                return found.map(value -> isList ? new SettingValue(joined(value.text()), value.origin()) : value);
            }
            Optional<SettingValue> file = SettingName.isSecret(option)
                    ? source.find(name.ofFile())
                    : Optional.empty();
            if (file.isPresent()) {
                return Optional.of(content(file.get(), isList));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the problems that do not depend on the command.
     *
     * @param known the names of all settings
     */
    List<String> problems(Set<SettingName> known) {
        return sources.stream().flatMap(source -> source.problems(known).stream()).toList();
    }

    /** Returns notes about settings that were ignored or interpreted. */
    List<String> warnings() {
        return sources.stream().flatMap(source -> source.warnings().stream()).toList();
    }

    /** Reads a value from its own file. */
    private static SettingValue content(SettingValue file, boolean isList) throws IOException {
        String text = TextFile.read(Path.of(file.text()), file.origin());
        return new SettingValue(isList ? joined(text) : text.stripTrailing(), file.origin(), file.text());
    }

    /** Returns the lines of a list as its elements. Empty lines and comments become empty elements. */
    private static String joined(String text) {
        return text.lines().map(line -> line.startsWith("#") ? "" : line.strip()).collect(Collectors.joining(","));
    }
}
