package sessions.pip;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Maps where sessions are stored. */
final class PersistenceMapping {

    private static final String STORE = "store";
    private static final String MEMORY = "memory:";

    private PersistenceMapping() {
    }

    /** Matches paths that a store URL can contain after {@code file:}. */
    private static final Pattern FILE = Pattern.compile("[^;?\\x00]*[^;?\\x00/]");

    static void read(ComponentRoles roles, Map<String, String> settings, PipDiagnostics findings) {
        Optional<PipComponent> last = roles.last(ComponentRole.PERSISTENCE);
        if (last.isPresent()) {
            read(last.get(), settings);
        } else {
            settings.put(STORE, MEMORY);
            findings.warning(PipDiagnostics.NO_LINE,
                    "no persistence is listed or enabled, so sessions are kept in memory, as in the original, and"
                            + " are lost when the service stops");
        }
    }

    private static void read(PipComponent component, Map<String, String> settings) {
        if (!component.descriptor().isOfSessions()) {
            component.problem("is the persistence of another service; expected service-sessions or"
                    + " pip-services-sessions");
            return;
        }
        component.positiveInteger("options.max_page_size").ifPresent(size -> settings.put("max-page-size", size));
        switch (component.descriptor().kind()) {
            case "memory" -> settings.put(STORE, MEMORY);
            case "file" -> file(component).ifPresent(url -> settings.put(STORE, url));
            case "mongodb" -> MongoUrl.read(component, settings);
            default -> component.problem("has no counterpart: expected memory, file or mongodb");
        }
    }

    private static Optional<String> file(PipComponent component) {
        Optional<ComponentEntry> path = component.take("path");
        if (path.isEmpty()) {
            component.problem("path is missing");
        }
        // The original does not expand a tilde.
        Optional<String> url = path.map(entry -> "file:" + (entry.text().startsWith("~") ? "./" : "") + entry.text());
        if (path.isPresent() && !FILE.matcher(path.get().text()).matches()) {
            component.problem(path.get(), "path must name a file and not contain ; or ?");
        }
        return url;
    }
}
