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
 * What a setting comes to for a command that has been read.
 *
 * @param key its name in a file
 * @param text its value as an option takes it, empty where it has none
 * @param origin where it comes from, for people
 * @param hidden whether the value is not to be shown
 */
public record EffectiveSetting(String key, String text, String origin, boolean hidden) {

    private static final YAMLMapper YAML = YAMLMapper.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES).disable(YAMLWriteFeature.SPLIT_LINES).build();

    /**
     * All settings of a command, by name.
     *
     * @param defaults where the command got them from
     * @throws IOException where a file with a value cannot be read any more
     */
    public static List<EffectiveSetting> all(CommandLine command, ConfiguredDefaults defaults) throws IOException {
        List<EffectiveSetting> all = new ArrayList<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            Optional<SettingName> name = SettingName.of(option);
            if (name.isPresent()) {
                SettingValue found = found(command, option, defaults);
                all.add(new EffectiveSetting(name.get().key(), found.text(), found.origin(),
                        SettingName.mayBeInFile(option) && !found.text().isEmpty()));
            }
        }
        all.sort(Comparator.comparing(EffectiveSetting::key));
        return all;
    }

    private static SettingValue found(CommandLine command, OptionSpec option, ConfiguredDefaults defaults)
            throws IOException {
        if (command.getParseResult().hasMatchedOption(option)) {
            return new SettingValue(String.join(",", option.originalStringValues()), option.longestName());
        }
        String byDefault = option.defaultValue();
        return defaults.find(option).orElse(new SettingValue(byDefault == null ? "" : byDefault, "default"));
    }

    /** The same, not to be shown. */
    public EffectiveSetting unseen() {
        return new EffectiveSetting(key, text, origin, true);
    }

    /** A line of a file with settings; a comment where it has no value, or one that is not to be shown. */
    public String line() {
        if (hidden) {
            return "# " + key + ": not shown; from " + origin;
        }
        if (text.isEmpty()) {
            return "# " + key + ": not set";
        }
        return YAML.writeValueAsString(Map.of(key, text)).strip() + "  # " + origin;
    }
}
