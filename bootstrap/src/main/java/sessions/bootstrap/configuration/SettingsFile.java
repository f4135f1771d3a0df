package sessions.bootstrap.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * A settings file: a YAML map from keys such as {@code store-user} to option values. A list is joined with commas; null
 * counts as not set.
 */
final class SettingsFile implements SettingSource {

    private record Entry(String text, String place) {
    }

    private static final YAMLFactory YAML = new YAMLFactory();

    private final Path file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<String> malformed = new ArrayList<>();

    private SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * Parses a file.
     *
     * @throws IOException if it is not a YAML map; the message contains the file and the line
     */
    static SettingsFile parse(Path file, String text) throws IOException {
        SettingsFile settings = new SettingsFile(file);
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text)) {
            settings.read(parser);
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new IOException(file + ", line " + line + ": invalid YAML: " + reason(broken), broken);
        }
        return settings;
    }

    /** Adds the usual remedy: store URLs such as {@code memory:} are no YAML without quotes. */
    private static String reason(JacksonException broken) {
        String reason = broken.getOriginalMessage().lines().findFirst().orElse("");
        return reason.startsWith("mapping values are not allowed")
                ? reason + "; put a value with a colon in quotes, such as store: \"memory:\""
                : reason;
    }

    private void read(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            throw new IOException(place(parser) + "must be a map of settings, such as port: 8080");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            String place = place(parser) + key;
            Entry entry = new Entry(value(place, parser), place);
            if (entries.putIfAbsent(key, entry) != null) {
                malformed.add(place + " is set twice");
            }
        }
    }

    private String value(String place, JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            return scalar(place, parser);
        }
        StringJoiner values = new StringJoiner(",");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(scalar(place, parser));
        }
        return values.toString();
    }

    private String scalar(String place, JsonParser parser) {
        if (parser.currentToken().isScalarValue()) {
            return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getString();
        }
        malformed.add(place + " must be one value, or a list of values");
        parser.skipChildren();
        return "";
    }

    private String place(JsonParser parser) {
        return file + ", line " + parser.currentTokenLocation().getLineNr() + ": ";
    }

    @Override
    public Optional<SettingValue> find(SettingName name) {
        return Optional.ofNullable(entries.get(name.key())).filter(entry -> !entry.text().isEmpty())
                .map(entry -> new SettingValue(entry.text(), entry.place()));
    }

    @Override
    public List<String> problems(Set<SettingName> known) {
        Set<String> keys = known.stream().map(SettingName::key).collect(Collectors.toSet());
        List<String> problems = new ArrayList<>(malformed);
        entries.forEach((key, entry) -> {
            if (!keys.contains(key)) {
                problems.add(entry.place() + " is not a setting"
                        + NearestName.to(key, keys).map(near -> "; did you mean " + near + "?").orElse(""));
            }
        });
        return problems;
    }
}
