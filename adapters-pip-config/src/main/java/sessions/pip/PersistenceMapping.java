package sessions.pip;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where sessions are kept. */
final class PersistenceMapping {

    private static final String STORE = "store";
    private static final String MEMORY = "memory:";

    private PersistenceMapping() {
    }

    /** What a store URL can name after {@code file:}. */
    private static final Pattern FILE = Pattern.compile("[^;?\\x00]*[^;?\\x00/]");

    static void read(ComponentRoles roles, Map<String, String> settings, PipDiagnostics findings) {
        Optional<PipComponent> last = roles.last(ComponentRole.PERSISTENCE);
        if (last.isPresent()) {
            read(last.get(), settings);
        } else {
            settings.put(STORE, MEMORY);
            findings.warning(PipDiagnostics.NO_LINE,
                    "no persistence is listed or switched on, so sessions are kept in memory,"
                            + " as by the original, and are gone when the service stops");
        }
    }

    private static void read(PipComponent component, Map<String, String> settings) {
        if (!component.descriptor().isOfSessions()) {
            component.problem("is the persistence of another service; service-sessions or pip-services-sessions was"
                    + " expected");
            return;
        }
        component.count("options.max_page_size").ifPresent(size -> settings.put("max-page-size", size));
        switch (component.descriptor().kind()) {
            case "memory" -> settings.put(STORE, MEMORY);
            case "file" -> file(component).ifPresent(url -> settings.put(STORE, url));
            case "mongodb" -> MongoUrl.read(component, settings);
            default -> component.problem("has no counterpart: memory, file or mongodb was expected");
        }
    }

    private static Optional<String> file(PipComponent component) {
        Optional<ComponentEntry> path = component.take("path");
        if (path.isEmpty()) {
            component.problem("path is missing");
        }
        // To the original a tilde is a name like others.
        Optional<String> url = path.map(entry -> "file:" + (entry.text().startsWith("~") ? "./" : "") + entry.text());
        if (path.isPresent() && !FILE.matcher(path.get().text()).matches()) {
            component.problem(path.get(), "path must name a file, without ; and ?");
        }
        return url;
    }
}
