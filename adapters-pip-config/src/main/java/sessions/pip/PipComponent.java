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

/** One component of the list. Its keys are those of nested sections, joined by dots; what nobody takes is told. */
final class PipComponent {

    private static final Pattern COUNT = Pattern.compile("0*[1-9]\\d{0,17}");

    /** As the original reads them. */
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

    /** Takes a key; empty where it is set to nothing, as variables that are not set leave it. */
    Optional<ComponentEntry> take(String key) {
        return Optional.ofNullable(entries.remove(key)).filter(entry -> !entry.text().isEmpty());
    }

    Optional<String> text(String key) {
        return take(key).map(ComponentEntry::text);
    }

    /** A whole number above 0; empty also where it is a problem. */
    Optional<String> count(String key) {
        return take(key).flatMap(entry -> {
            if (COUNT.matcher(entry.text()).matches()) {
                return Optional.of(entry.text());
            }
            problem(entry, key + " must be a whole number above 0 but is '" + entry.text() + "'");
            return Optional.empty();
        });
    }

    /** Yes or no; empty also where it is a problem. */
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

    /** Takes a key that changes nothing here while it has one of these values. */
    void accept(String key, String... values) {
        ComponentEntry entry = entries.get(key);
        if (entry != null && Stream.concat(Stream.of(""), Arrays.stream(values)).anyMatch(entry.text()::equals)) {
            entries.remove(key);
        }
    }

    /** Takes a key that changes nothing here whatever it is set to. */
    void pass(String key) {
        entries.remove(key);
    }

    /** Takes all keys. */
    void passAll() {
        entries.clear();
    }

    /**
     * The sections of a name, {@code connection}, or of its plural, of which there can be several. Keys of a single one
     * may also stand in the component itself.
     */
    List<ComponentSection> sections(String name) {
        Set<String> several = new LinkedHashSet<>();
        for (String key : entries.keySet()) {
            if (key.startsWith(name + "s.")) {
                several.add(key.replaceFirst("(\\.[^.]*).*", "$1."));
            }
        }
        return several.isEmpty()
                ? List.of(new ComponentSection(this, List.of(name + ".", "")))
                : several.stream().map(prefix -> new ComponentSection(this, List.of(prefix))).toList();
    }

    /** The keys that nobody has taken yet. */
    Set<String> rest() {
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

    /** Tells which keys nobody has taken. */
    void warnOfRest() {
        entries.forEach((key, entry) -> {
            if (!entry.text().isEmpty()) {
                warning(entry, key + " has no counterpart and is ignored");
            }
        });
    }
}
