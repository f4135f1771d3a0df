package sessions.bootstrap.configuration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Checks the settings that a command takes from outside the command line. */
final class SettingCheck {

    private final CommandLine command;
    private final Configuration configuration;
    private final List<String> problems = new ArrayList<>();

    private SettingCheck(CommandLine command, Configuration configuration) {
        this.command = command;
        this.configuration = configuration;
    }

    /** Returns all problems, as messages for the operator. */
    static List<String> problems(CommandLine command, Configuration configuration) {
        SettingCheck check = new SettingCheck(command, configuration);
        check.names();
        check.values();
        check.exclusions();
        return check.problems;
    }

    /** Checks the names. Settings of other commands are known, too. */
    private void names() {
        Set<SettingName> known = CommandTree.of(command).flatMap(each -> each.getCommandSpec().options().stream())
                .flatMap(SettingName::allOf).collect(Collectors.toSet());
        problems.addAll(configuration.problems(known));
    }

    private void values() {
        command.getCommandSpec().options().stream().filter(option -> SettingName.of(option).isPresent())
                .filter(option -> !command.getParseResult().hasMatchedOption(option)).forEach(this::value);
    }

    private void value(OptionSpec option) {
        try {
            configuration.find(option)
                    .flatMap(found -> found.text().equals(EffectiveSetting.NOT_SHOWN)
                            ? Optional.of(notShown(found))
                            : problem(option, found))
                    .ifPresent(problems::add);
        } catch (IOException unreadable) {
            problems.add(String.valueOf(unreadable.getMessage()));
        }
    }

    /** Parses the value with a copy of the option that sets nothing. */
    private static Optional<String> problem(OptionSpec option, SettingValue value) {
        CommandSpec twin = CommandSpec.create().addOption(option.toBuilder().setter(new NoSetter()).build());
        try {
            new CommandLine(twin).parseArgs(option.longestName() + "=" + value.text());
            return Optional.empty();
        } catch (ParameterException rejected) {
            String reason = String.valueOf(rejected.getMessage())
                    .replaceFirst("^Invalid value for option '[^']*'( \\([^)]*\\))?: ", "");
            return Optional.of(value.source() + ": " + reason);
        }
    }

    private static String notShown(SettingValue value) {
        return value.source() + ": sessions config has hidden this value; enter it instead of "
                + EffectiveSetting.NOT_SHOWN;
    }

    private void exclusions() {
        ParseResult parsed = command.getParseResult();
        command.getCommandSpec().options().stream().filter(SettingName::isSecret).filter(parsed::hasMatchedOption)
                .filter(option -> SecretFileOptions.file(option).isPresent())
                .map(option -> option.longestName() + " and " + SecretFileOptions.name(option)
                        + " must not both be given")
                .forEach(problems::add);
    }

    private static final class NoSetter implements ISetter {
        @Override
        public <T> @Nullable T set(T value) {
            return null;
        }
    }
}
