package sessions.bootstrap.configuration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * The effective value of a setting, after the command line has been parsed.
 *
 * @param key its name in a settings file
 * @param text its value as an option takes it; empty if it has none
 * @param origin the source of the value, for people
 * @param hidden whether the value must not be shown
 */
public record EffectiveSetting(String key, String text, String origin, boolean hidden) {

    /** Stands for a value that must not be shown. As a variable or in a file, no command accepts it. */
    static final String NOT_SHOWN = "<not shown>";

    private static final YAMLMapper YAML = YAMLMapper.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES).disable(YAMLWriteFeature.SPLIT_LINES).build();

    /**
     * Returns all settings of a command, sorted by name.
     *
     * @param defaults the source of the settings
     * @throws IOException if a file with a value can no longer be read
     */
    public static List<EffectiveSetting> all(CommandLine command, ConfiguredDefaults defaults) throws IOException {
        List<EffectiveSetting> all = new ArrayList<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            Optional<SettingName> name = SettingName.of(option);
            if (name.isPresent()) {
                all.add(of(option, name.get(), found(command, option, defaults)));
            }
        }
        all.sort(Comparator.comparing(EffectiveSetting::key));
        return all;
    }

    private static EffectiveSetting of(OptionSpec option, SettingName name, SettingValue found) {
        return found.file() == null
                ? new EffectiveSetting(name.key(), found.text(), found.origin(),
                        SettingName.isSecret(option) && !found.text().isEmpty())
                : new EffectiveSetting(name.ofFile().key(), found.file(), found.origin(), false);
    }

    private static SettingValue found(CommandLine command, OptionSpec option, ConfiguredDefaults defaults)
            throws IOException {
        if (command.getParseResult().hasMatchedOption(option)) {
            return new SettingValue(String.join(",", option.originalStringValues()), option.longestName());
        }
        String byDefault = option.defaultValue();
        return defaults.find(option).orElse(new SettingValue(byDefault == null ? "" : byDefault, "default"));
    }

    /** Returns a copy whose value is not shown. */
    public EffectiveSetting hiddenCopy() {
        return new EffectiveSetting(key, text, origin, true);
    }

    /**
     * Returns a line of a settings file; a comment if the setting has no value. A hidden value is {@link #NOT_SHOWN}: a
     * service that lacked it would start otherwise, perhaps without authentication.
     */
    public String line() {
        return text.isEmpty()
                ? "# " + key + ": not set"
                : YAML.writeValueAsString(Map.of(key, hidden ? NOT_SHOWN : text)).strip() + "  # " + origin;
    }
}
