package sessions.bootstrap.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sessions.bootstrap.configuration.ConfiguredDefaults;
import sessions.bootstrap.configuration.EffectiveSetting;
import sessions.bootstrap.options.ServiceOptions;
import sessions.persistence.StoreSettings;
import sessions.shell.ExitCode;
import sessions.shell.InvalidSettingsException;

/** Prints the service's effective settings as a settings file. */
@Command(name = "config", mixinStandardHelpOptions = true, abbreviateSynopsis = true, description = {
        "Print the settings that serve would use, and where each comes from.",
        "The output is a settings file for --config. Secrets appear as <not shown>;",
        "replace them before you use it."})
public final class ConfigCommand implements Callable<Integer> {

    private final ConfiguredDefaults defaults;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServiceOptions options = new ServiceOptions();

    public ConfigCommand(ConfiguredDefaults defaults) {
        this.defaults = defaults;
    }

    @Override
    public Integer call() throws IOException {
        InvalidSettingsException.unlessEmpty(spec.commandLine(), options.problems());
        defaults.warnings().forEach(warning -> spec.commandLine().getErr().println("sessions: " + warning));
        PrintWriter out = spec.commandLine().getOut();
        for (EffectiveSetting setting : EffectiveSetting.all(spec.commandLine(), defaults)) {
            out.println((containsPassword(setting) ? setting.hiddenCopy() : setting).line());
        }
        return ExitCode.OK;
    }

    /** Whether the setting is a store URL with a password. */
    private static boolean containsPassword(EffectiveSetting setting) {
        return setting.key().equals("store")
                && !new StoreSettings(setting.text(), null, null).displayUrl().equals(setting.text());
    }
}
