package sessions.pip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A connection or credential section of a component.
 *
 * @param prefixes possible prefixes of its keys; the first one that is set is used
 */
record ComponentSection(PipComponent component, List<String> prefixes) {

    Optional<ComponentEntry> take(String key) {
        return prefixes.stream().flatMap(prefix -> component.take(prefix + key).stream()).findFirst();
    }

    Optional<String> text(String key) {
        return take(key).map(ComponentEntry::text);
    }

    Optional<String> positiveInteger(String key) {
        return prefixes.stream().flatMap(prefix -> component.positiveInteger(prefix + key).stream()).findFirst();
    }

    /** Removes keys that have no effect here. */
    void ignore(String... keys) {
        prefixes.forEach(prefix -> Stream.of(keys).forEach(key -> component.ignore(prefix + key)));
    }

    /**
     * Reports a problem if the section has the key with which the original looks up its other values in another
     * service.
     */
    void rejectLookUp(String key) {
        take(key).ifPresent(
                entry -> component.problem(entry, key + " has no counterpart: nothing is looked up elsewhere; set"
                        + " the values that it refers to here"));
    }

    /**
     * Removes the remaining keys of the section and returns their values by name. Keys without a prefix stay, because
     * they may belong to other settings of the component.
     */
    Map<String, String> takeRemaining() {
        Map<String, String> remaining = new TreeMap<>();
        for (String prefix : prefixes.stream().filter(prefix -> !prefix.isEmpty()).toList()) {
            component.remainingKeys().stream().filter(key -> key.startsWith(prefix)).forEach(
                    key -> component.text(key).ifPresent(text -> remaining.put(key.substring(prefix.length()), text)));
        }
        return remaining;
    }
}
