package sessions.bootstrap.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sessions.pip.PipConfig;

/** Settings from a configuration file of the original service. */
final class PipSettingSource implements SettingSource {

    private final Path file;
    private final PipConfig config;

    PipSettingSource(Path file, PipConfig config) {
        this.file = file;
        this.config = config;
    }

    @Override
    public Optional<SettingValue> find(SettingName name) {
        return Optional.ofNullable(config.settings().get(name.key())).filter(text -> !text.isEmpty())
                .map(text -> new SettingValue(text, file.toString()));
    }

    /** The file was checked when it was read; this only checks that each resulting setting exists. */
    @Override
    public List<String> problems(Set<SettingName> known) {
        return config.settings().keySet().stream().filter(key -> !known.contains(new SettingName(key)))
                .map(key -> file + ": no setting is called " + key).toList();
    }

    @Override
    public List<String> warnings() {
        return config.warnings().stream().map(warning -> file + ", " + warning).toList();
    }
}
