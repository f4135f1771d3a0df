package sessions.bootstrap.configuration;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that name a file with the value of a secret setting, such as {@code --store-password-file}. */
public final class SecretFileOptions {

    private SecretFileOptions() {
    }

    /** Adds such an option to each secret option of a command line and its subcommands. */
    public static void addTo(CommandLine commandLine) {
        CommandTree.of(commandLine).forEach(command -> List.copyOf(command.getCommandSpec().options()).stream()
                .filter(SettingName::isSecret)
                .forEach(secret -> command.getCommandSpec().addOption(OptionSpec.builder(name(secret))
                        .paramLabel("FILE").type(String.class)
                        .description("File that contains the value of " + secret.longestName() + ".").build())));
    }

    /** Returns the file that the command line names for a secret setting, and the name of that option. */
    static Optional<SettingValue> file(OptionSpec option) {
        if (!SettingName.isSecret(option)) {
            return Optional.empty();
        }
        String name = name(option);
        ParseResult parsed = option.command().commandLine().getParseResult();
        return parsed.hasMatchedOption(name)
                ? Optional.of(new SettingValue(parsed.matchedOption(name).originalStringValues().getLast(), name))
                : Optional.empty();
    }

    /** Returns the name of the option for the file of a secret. */
    static String name(OptionSpec secret) {
        return secret.longestName() + "-file";
    }
}
