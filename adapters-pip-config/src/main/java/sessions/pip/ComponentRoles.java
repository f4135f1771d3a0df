package sessions.pip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The components of a configuration by what they are to this service. */
final class ComponentRoles {

    private final Map<ComponentRole, List<PipComponent>> components;

    private ComponentRoles(Map<ComponentRole, List<PipComponent>> components) {
        this.components = components;
    }

    static ComponentRoles of(List<PipComponent> components) {
        return new ComponentRoles(
                components.stream().collect(Collectors.groupingBy(component -> component.descriptor().role())));
    }

    List<PipComponent> all(ComponentRole role) {
        return components.getOrDefault(role, List.of());
    }

    /** The last one, to which the original keeps where there are several; the others are told. */
    Optional<PipComponent> last(ComponentRole role) {
        List<PipComponent> all = all(role);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        PipComponent last = all.getLast();
        for (PipComponent other : all.subList(0, all.size() - 1)) {
            other.warning("is ignored, because the last of several counts, as in the original: " + last.descriptor()
                    + " in line " + last.line());
            other.passAll();
        }
        return Optional.of(last);
    }

    /** What listens: the last endpoint, or where there is none the last service, as in the original. */
    Optional<PipComponent> listener(ComponentRole endpoint, ComponentRole service) {
        return last(all(endpoint).isEmpty() ? service : endpoint);
    }

    /** Tells what has no counterpart. */
    void warnOfRest() {
        components.forEach((role, all) -> all.forEach(component -> {
            if (role == ComponentRole.OTHER) {
                component.warning("has no counterpart and is ignored");
            } else {
                component.warnOfRest();
            }
        }));
    }
}
