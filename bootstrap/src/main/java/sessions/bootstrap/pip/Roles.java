package sessions.bootstrap.pip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The components of a configuration by what they are to this service. */
final class Roles {

    private final Map<Role, List<Component>> components;

    private Roles(Map<Role, List<Component>> components) {
        this.components = components;
    }

    static Roles of(List<Component> components) {
        return new Roles(
                components.stream().collect(Collectors.groupingBy(component -> component.descriptor().role())));
    }

    List<Component> all(Role role) {
        return components.getOrDefault(role, List.of());
    }

    /** The last one, to which the original keeps where there are several; the others are told. */
    Optional<Component> last(Role role) {
        List<Component> all = all(role);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Component last = all.getLast();
        for (Component other : all.subList(0, all.size() - 1)) {
            other.warning("is ignored, because the last of several counts, as in the original: " + last.descriptor()
                    + " in line " + last.line());
            other.passAll();
        }
        return Optional.of(last);
    }

    /** What listens: the last endpoint, or where there is none the last service, as in the original. */
    Optional<Component> listener(Role endpoint, Role service) {
        return last(all(endpoint).isEmpty() ? service : endpoint);
    }

    /** Tells what has no counterpart. */
    void warnOfRest() {
        components.forEach((role, all) -> all.forEach(component -> {
            if (role == Role.OTHER) {
                component.warning("has no counterpart and is ignored");
            } else {
                component.warnOfRest();
            }
        }));
    }
}
