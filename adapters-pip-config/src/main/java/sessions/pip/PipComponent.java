package sessions.pip;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One component of the list. Nested keys are joined by dots. Keys that are never taken are reported. */
final class PipComponent {

    private static final Pattern COUNT = Pattern.compile("0*[1-9]\\d{0,17}");

    /** The values that the original reads as true and false. */
    private static final Set<String> YES = Set.of("1", "true", "t", "yes", "y");
    private static final Set<String> NO = Set.of("0", "false", "f", "no", "n");

    private final ComponentDescriptor descriptor;
    private final int line;
    private final Map<String, ComponentEntry> entries;
    private final PipDiagnostics findings;

    PipComponent(ComponentDescriptor descriptor, int line, Map<String, ComponentEntry> entries,
            PipDiagnostics findings) {
        this.descriptor = descriptor;
        this.line = line;
        this.entries = new LinkedHashMap<>(entries);
        this.findings = findings;
    }

    ComponentDescriptor descriptor() {
        return descriptor;
    }

    int line() {
        return line;
    }

    /** Removes a key and returns its value; empty if it has none, for example because a variable is not set. */
    Optional<ComponentEntry> take(String key) {
        return Optional.ofNullable(entries.remove(key)).filter(entry -> !entry.text().isEmpty());
    }

    Optional<String> text(String key) {
        return take(key).map(ComponentEntry::text);
    }

    /** Takes a whole number above 0; empty if it is absent or invalid, which is reported. */
    Optional<String> positiveInteger(String key) {
        return take(key).flatMap(entry -> {
            if (COUNT.matcher(entry.text()).matches()) {
                return Optional.of(entry.text());
            }
            problem(entry, key + " must be a whole number above 0 but is '" + entry.text() + "'");
            return Optional.empty();
        });
    }

    /** Takes a boolean; empty if it is absent or invalid, which is reported. */
    Optional<Boolean> flag(String key) {
        return take(key).flatMap(entry -> {
            String text = entry.text().toLowerCase(Locale.ROOT);
            if (YES.contains(text) || NO.contains(text)) {
                return Optional.of(YES.contains(text));
            }
            problem(entry, key + " must be true or false but is '" + entry.text() + "'");
            return Optional.empty();
        });
    }

    /** Removes a key that has no effect here if it is empty or has one of these values. */
    void ignoreIf(String key, String... values) {
        ComponentEntry entry = entries.get(key);
        if (entry != null && Stream.concat(Stream.of(""), Arrays.stream(values)).anyMatch(entry.text()::equals)) {
            entries.remove(key);
        }
    }

    /** Removes a key that has no effect here. */
    void ignore(String key) {
        entries.remove(key);
    }

    /** Removes all keys. */
    void ignoreAll() {
        entries.clear();
    }

    /**
     * Returns the sections of a name, such as {@code connection}, or of its plural, of which there can be several. The
     * keys of a single section may also be set in the component itself.
     */
    List<ComponentSection> sections(String name) {
        Set<String> plural = new LinkedHashSet<>();
        for (String key : entries.keySet()) {
            if (key.startsWith(name + "s.")) {
                plural.add(key.replaceFirst("(\\.[^.]*).*", "$1."));
            }
        }
        return plural.isEmpty()
                ? List.of(new ComponentSection(this, List.of(name + ".", "")))
                : plural.stream().map(prefix -> new ComponentSection(this, List.of(prefix))).toList();
    }

    /** Returns the keys that were not taken yet. */
    Set<String> remainingKeys() {
        return Set.copyOf(entries.keySet());
    }

    void problem(ComponentEntry entry, String text) {
        findings.problem(entry.line(), descriptor + ": " + text);
    }

    void problem(String text) {
        findings.problem(line, descriptor + ": " + text);
    }

    void warning(ComponentEntry entry, String text) {
        findings.warning(entry.line(), descriptor + ": " + text);
    }

    void warning(String text) {
        findings.warning(line, descriptor + ": " + text);
    }

    /** Warns about keys that were not taken. */
    void warnAboutUnused() {
        entries.forEach((key, entry) -> {
            if (!entry.text().isEmpty()) {
                warning(entry, key + " has no counterpart and is ignored");
            }
        });
    }
}
