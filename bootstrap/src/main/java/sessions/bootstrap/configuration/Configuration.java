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
 * What is set outside the command line. The environment wins over the file; within each a value wins over the file that holds
 * it alone.
 */
final class Configuration {

    private final List<SettingSource> sources;

    private Configuration(List<SettingSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * Reads it.
     *
     * @param variables the environment
     * @param file the file with settings, or null for none
     * @throws IOException where that cannot be read; each line of the message names it and says why
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
     * The value of an option that is a setting, or empty where it is not set here.
     *
     * @throws IOException where the file with the value cannot be read
     */
    Optional<SettingValue> find(OptionSpec option) throws IOException {
        SettingName name = SettingName.of(option).orElseThrow();
        for (SettingSource source : sources) {
            Optional<SettingValue> found = source.find(name);
            if (found.isPresent()) {
                return found;
            }
            Optional<SettingValue> file = SettingName.mayBeInFile(option)
                    ? source.find(name.ofFile())
                    : Optional.empty();
            if (file.isPresent()) {
                return Optional.of(content(file.get(), !option.splitRegex().isEmpty()));
            }
        }
        return Optional.empty();
    }

    /**
     * What is wrong whatever command is run.
     *
     * @param known the names of all settings
     */
    List<String> problems(Set<SettingName> known) {
        return sources.stream().flatMap(source -> source.problems(known).stream()).toList();
    }

    /** What was ignored or chosen in reading. */
    List<String> warnings() {
        return sources.stream().flatMap(source -> source.warnings().stream()).toList();
    }

    /** Of a list each line of the file is an element; an empty one, or a comment, is an empty one. */
    private static SettingValue content(SettingValue file, boolean list) throws IOException {
        String text = TextFile.read(Path.of(file.text()), file.origin());
        String value = list
                ? text.lines().map(line -> line.startsWith("#") ? "" : line.strip()).collect(Collectors.joining(","))
                : text.stripTrailing();
        return new SettingValue(value, file.origin() + " (" + file.text() + ")");
    }
}
