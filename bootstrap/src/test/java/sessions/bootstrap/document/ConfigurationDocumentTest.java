package sessions.bootstrap.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import sessions.bootstrap.Main;
import sessions.bootstrap.configuration.SettingName;

/** Compares the tables of settings with the options of the commands. */
class ConfigurationDocumentTest {

    private static final Pattern ROW = Pattern.compile(
            "^\\| `--([a-z-]+)` \\| `(\\w+)` \\| ([^|]*)\\| [^|]+ \\|$", Pattern.MULTILINE);

    private final List<MatchResult> rows = ROW.matcher(DocumentPage.CONFIGURATION.text()).results().toList();
    private final Map<String, OptionSpec> settings = settings();

    @Test
    void everySettingHasOneRowAndNothingElseHas() {
        assertThat(rows).extracting(row -> row.group(1)).contains("store-user")
                .containsExactlyInAnyOrderElementsOf(settings.keySet());
    }

    @Test
    void rowsNameTheVariable() {
        assertThat(rows).allSatisfy(
                row -> assertThat(row.group(2)).isEqualTo(new SettingName(row.group(1)).variable()));
    }

    @Test
    void rowsNameTheDefault() {
        assertThat(defaultOf("expire-timeout")).isEqualTo("24h");
        for (MatchResult row : rows) {
            String value = defaultOf(row.group(1));
            if (value == null) {
                assertThat(row.group(3)).as(row.group(1)).doesNotMatch("`[^`]*` ");
            } else {
                assertThat(row.group(3)).as(row.group(1)).isEqualTo("`" + value + "` ");
            }
        }
    }

    private @Nullable String defaultOf(String setting) {
        OptionSpec option = Objects.requireNonNull(settings.get(setting), setting);
        return option.defaultValue() == null && option.type() == boolean.class ? "false" : option.defaultValue();
    }

    private static Map<String, OptionSpec> settings() {
        Map<String, OptionSpec> settings = new TreeMap<>();
        commands(Main.commandLine(Map.of())).flatMap(command -> command.getCommandSpec().options().stream())
                .forEach(option -> SettingName.of(option).ifPresent(name -> settings.put(name.key(), option)));
        return settings;
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(Stream.of(command),
                command.getSubcommands().values().stream().flatMap(ConfigurationDocumentTest::commands));
    }
}
