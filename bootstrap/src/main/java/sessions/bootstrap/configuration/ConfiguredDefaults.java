package sessions.bootstrap.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import sessions.shell.InvalidSettingsException;

/**
 * Gives each option that is a setting, where the command line does not, the value that it has outside of it. The option is
 * the only declaration of a setting: its name, type, default, limits and description hold wherever the value comes from.
 */
public final class ConfiguredDefaults implements IDefaultValueProvider {

    private final Map<String, String> variables;
    private final Supplier<@Nullable Path> file;
    private final Set<CommandLine> checked = new HashSet<>();
    private @Nullable Configuration configuration;

    /**
     * @param variables the environment
     * @param file the file that the command line names, or null; asked when the options of a command have been read
     */
    public ConfiguredDefaults(Map<String, String> variables, Supplier<@Nullable Path> file) {
        this.variables = Map.copyOf(variables);
        this.file = file;
    }

    /** Before the first option of a command, all that is wrong with any of them is told. */
    @Override
    public @Nullable String defaultValue(ArgSpec argument) throws IOException {
        CommandLine command = argument.command().commandLine();
        if (!(argument instanceof OptionSpec option) || SettingName.of(option).isEmpty() || isHelpAsked(command)) {
            return null;
        }
        if (checked.add(command)) {
            check(command);
        }
        // A dollar sign would begin the name of something to be put in its place.
        return find(option).map(found -> found.text().replace("$", "$$")).orElse(null);
    }

    /**
     * Where the value of an option comes from that the command line does not give.
     *
     * @return empty where it has its default
     * @throws IOException where a file cannot be read
     */
    public Optional<SettingValue> find(OptionSpec option) throws IOException {
        return configuration().find(option);
    }

    /**
     * The same, read anew: files may have changed since.
     *
     * @throws IOException where one cannot be read
     */
    public Optional<SettingValue> findAgain(OptionSpec option) throws IOException {
        return Configuration.read(variables, file()).find(option);
    }

    /**
     * What was ignored or chosen in reading, for whoever wrote it.
     *
     * @throws IOException where a file cannot be read
     */
    public List<String> warnings() throws IOException {
        return configuration().warnings();
    }

    private Configuration configuration() throws IOException {
        Configuration read = configuration;
        if (read == null) {
            read = Configuration.read(variables, file());
            configuration = read;
        }
        return read;
    }

    private @Nullable Path file() {
        Path named = file.get();
        String variable = variables.getOrDefault(Environment.FILE, "");
        return named != null || variable.isEmpty() ? named : Path.of(variable);
    }

    private void check(CommandLine command) {
        List<String> problems;
        try {
            problems = SettingCheck.problems(command, configuration());
        } catch (IOException unreadable) {
            problems = List.of(String.valueOf(unreadable.getMessage()));
        }
        InvalidSettingsException.unlessEmpty(command, problems);
    }

    /** Whoever asks for help gets it, whatever is wrong. */
    private static boolean isHelpAsked(CommandLine command) {
        return CommandTree.of(command).anyMatch(ConfiguredDefaults::isHelp);
    }

    private static boolean isHelp(CommandLine command) {
        return command.isUsageHelpRequested() || command.isVersionHelpRequested()
                || (command.getCommandSpec().helpCommand() && command.getParseResult() != null);
    }
}
