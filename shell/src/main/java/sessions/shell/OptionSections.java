package sessions.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Lists the options of a command in its help: its own options first, then those that are common to all commands. */
public final class OptionSections implements IHelpSectionRenderer {

    @Override
    public String render(Help help) {
        CommandSpec spec = help.commandSpec();
        Predicate<OptionSpec> ofConnection = isOf(spec, BasicCommand.CONNECTION_OPTIONS);
        Predicate<OptionSpec> ofStore = isOf(spec, BasicCommand.STORE_OPTIONS);
        Predicate<OptionSpec> common = option -> option.inherited() || option.usageHelp() || option.versionHelp();
        StringBuilder sections = new StringBuilder();
        append(sections, "", help, ofConnection.or(ofStore).or(common).negate());
        append(sections, "Connection:", help, ofConnection);
        boolean needsService = spec.mixins().containsKey(BasicCommand.CONNECTION_OPTIONS);
        append(sections,
                needsService ? "With --direct, same as for sessions serve:" : "Store, same as for sessions serve:",
                help, ofStore);
        append(sections, "General:", help, common);
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
