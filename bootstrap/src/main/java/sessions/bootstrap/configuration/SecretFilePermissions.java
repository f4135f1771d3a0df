package sessions.bootstrap.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import sessions.files.PrivateFiles;

/** Finds files with secrets that every user of this machine can read. */
public final class SecretFilePermissions {

    private SecretFilePermissions() {
    }

    /**
     * Returns a warning for each such file that the settings of a command name.
     *
     * @throws IOException if a file cannot be read
     */
    public static List<String> warnings(CommandLine command, ConfiguredDefaults defaults) throws IOException {
        List<String> warnings = new ArrayList<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            Optional<String> file = SettingName.isSecret(option)
                    ? defaults.find(option).map(SettingValue::file)
                    : fileValue(option);
            if (file.isPresent() && PrivateFiles.isReadableByAll(Path.of(file.get()))) {
                warnings.add("every user of this machine can read " + file.get() + ", which contains "
                        + option.longestName() + "; it has the permissions "
                        + PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file.get()))));
            }
        }
        return warnings;
    }

    private static Optional<String> fileValue(OptionSpec option) {
        return SettingName.isSecretFile(option)
                ? Optional.ofNullable(option.getValue()).map(String::valueOf)
                : Optional.empty();
    }
}
