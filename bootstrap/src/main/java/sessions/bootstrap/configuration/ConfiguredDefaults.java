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
 * Supplies the values of settings that are not on the command line. An option is the only declaration of its setting:
 * its name, type, default, limits and description apply wherever the value comes from.
 */
public final class ConfiguredDefaults implements IDefaultValueProvider {

    private final Map<String, String> variables;
    private final Supplier<@Nullable Path> file;
    private final Set<CommandLine> checked = new HashSet<>();
    private @Nullable Configuration configuration;

    /**
     * @param variables the environment
     * @param file the settings file that the command line names, or null; called after a command's options have been
     *             parsed
     */
    public ConfiguredDefaults(Map<String, String> variables, Supplier<@Nullable Path> file) {
        this.variables = Map.copyOf(variables);
        this.file = file;
    }

    /**
     * Returns the value of an option. The first call for a command checks all its settings and reports all problems
     * together.
     */
    @Override
    public @Nullable String defaultValue(ArgSpec argument) throws IOException {
        CommandLine command = argument.command().commandLine();
        if (!(argument instanceof OptionSpec option) || SettingName.of(option).isEmpty() || isHelpAsked(command)) {
            return null;
        }
        if (checked.add(command)) {
            check(command);
        }
        // picocli would expand a single dollar sign as a variable.
        return find(option).map(found -> found.text().replace("$", "$$")).orElse(null);
    }

    /**
     * Returns the value and origin of an option that is not on the command line.
     *
     * @return empty if the option has its default
     * @throws IOException if a file cannot be read
     */
    public Optional<SettingValue> find(OptionSpec option) throws IOException {
        return configuration().find(option);
    }

    /**
     * Does the same as {@link #find}, but reads all sources again: files may have changed.
     *
     * @throws IOException if a file cannot be read
     */
    public Optional<SettingValue> reread(OptionSpec option) throws IOException {
        return Configuration.read(variables, file()).find(option);
    }

    /**
     * Returns notes about settings that were ignored or interpreted, for the operator.
     *
     * @throws IOException if a file cannot be read
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

    /** Whether help is requested; then invalid settings are not reported. */
    private static boolean isHelpAsked(CommandLine command) {
        return CommandTree.of(command).anyMatch(ConfiguredDefaults::isHelp);
    }

    private static boolean isHelp(CommandLine command) {
        return command.isUsageHelpRequested() || command.isVersionHelpRequested()
                || (command.getCommandSpec().helpCommand() && command.getParseResult() != null);
    }
}
