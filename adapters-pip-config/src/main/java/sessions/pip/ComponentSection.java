package sessions.pip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A connection or credential of a component.
 *
 * @param prefixes what its keys may begin with; the first one that is set counts
 */
record ComponentSection(PipComponent component, List<String> prefixes) {

    Optional<ComponentEntry> take(String key) {
        return prefixes.stream().flatMap(prefix -> component.take(prefix + key).stream()).findFirst();
    }

    Optional<String> text(String key) {
        return take(key).map(ComponentEntry::text);
    }

    Optional<String> count(String key) {
        return prefixes.stream().flatMap(prefix -> component.count(prefix + key).stream()).findFirst();
    }

    /** Takes keys that change nothing here whatever they are set to. */
    void pass(String... keys) {
        prefixes.forEach(prefix -> Stream.of(keys).forEach(key -> component.pass(prefix + key)));
    }

    /** A key by which the original asks another service for the rest of the section. */
    void rejectLookUp(String key) {
        take(key).ifPresent(
                entry -> component.problem(entry, key + " has no counterpart: nothing is looked up elsewhere;"
                        + " what is found there must be set here"));
    }

    /** Takes what is left in it: name to value. Keys in the component itself may be of anything and stay. */
    Map<String, String> takeRest() {
        Map<String, String> rest = new TreeMap<>();
        for (String prefix : prefixes.stream().filter(prefix -> !prefix.isEmpty()).toList()) {
            component.rest().stream().filter(key -> key.startsWith(prefix)).forEach(
                    key -> component.text(key).ifPresent(text -> rest.put(key.substring(prefix.length()), text)));
        }
        return rest;
    }
}
