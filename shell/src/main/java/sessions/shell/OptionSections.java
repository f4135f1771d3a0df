package sessions.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Lists the options of a command in its help: first its own, then those that every command has. */
public final class OptionSections implements IHelpSectionRenderer {

    @Override
    public String render(Help help) {
        CommandSpec spec = help.commandSpec();
        Predicate<OptionSpec> ofConnection = isOf(spec, BasicCommand.CONNECTION_OPTIONS);
        Predicate<OptionSpec> ofStore = isOf(spec, BasicCommand.STORE_OPTIONS);
        Predicate<OptionSpec> common = option -> option.inherited() || option.usageHelp() || option.versionHelp();
        StringBuilder sections = new StringBuilder();
        append(sections, "", help, ofConnection.or(ofStore).or(common).negate());
        append(sections, "Which service:", help, ofConnection);
        boolean needsService = spec.mixins().containsKey(BasicCommand.CONNECTION_OPTIONS);
        append(sections, needsService ? "For --direct, as of the service:" : "Which store, as of the service:", help,
                ofStore);
        append(sections, "Also:", help, common);
        return sections.toString();
    }

    private static Predicate<OptionSpec> isOf(CommandSpec spec, String mixin) {
        Map<String, CommandSpec> mixins = spec.mixins();
        CommandSpec options = mixins.get(mixin);
        return option -> options != null && options.findOption(option.longestName()) != null;
    }

    private static void append(StringBuilder sections, String heading, Help help, Predicate<OptionSpec> which) {
        List<OptionSpec> options = help.commandSpec().options().stream().filter(which).toList();
        if (options.isEmpty()) {
            return;
        }
        Help.Layout layout = help.createDefaultLayout(help.commandSpec().options(), new ArrayList<>(),
                help.colorScheme());
        layout.addAllOptions(options, help.parameterLabelRenderer());
        sections.append(heading.isEmpty() ? "" : System.lineSeparator() + heading + System.lineSeparator())
                .append(layout);
    }
}
