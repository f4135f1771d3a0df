package sessions.pip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The components of a configuration by their roles. */
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

    /** Returns the last component of a role, as the original does if there are several. Warns about the others. */
    Optional<PipComponent> last(ComponentRole role) {
        List<PipComponent> all = all(role);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        PipComponent last = all.getLast();
        for (PipComponent other : all.subList(0, all.size() - 1)) {
            other.warning("is ignored; as in the original, only the last of several is used: "
                    + last.descriptor()
                    + " in line " + last.line());
            other.ignoreAll();
        }
        return Optional.of(last);
    }

    /**
     * Returns the component that listens: the last endpoint, or the last service if there is no endpoint, as in the
     * original.
     */
    Optional<PipComponent> listener(ComponentRole endpoint, ComponentRole service) {
        return last(all(endpoint).isEmpty() ? service : endpoint);
    }

    /** Warns about components and keys that have no counterpart. */
    void warnAboutUnused() {
        components.forEach((role, all) -> all.forEach(component -> {
            if (role == ComponentRole.OTHER) {
                component.warning("has no counterpart and is ignored");
            } else {
                component.warnAboutUnused();
            }
        }));
    }
}
