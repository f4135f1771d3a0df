package sessions.pip;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Maps how HTTP is served. */
final class HttpMapping {

    private static final String ORIGINS = "cors_origins";

    private HttpMapping() {
    }

    /** Reads the settings of HTTP. Returns whether the file has an HTTP endpoint or service. */
    static boolean read(ComponentRoles roles, Map<String, String> settings) {
        roles.all(ComponentRole.SERVICE).forEach(HttpMapping::readService);
        Optional<PipComponent> listener = roles.listener(ComponentRole.ENDPOINT, ComponentRole.SERVICE);
        listener.ifPresent(component -> {
            HttpAddress.read(component, settings);
            readOptions(component, settings);
        });
        roles.all(ComponentRole.ALWAYS_ON).forEach(HttpMapping::readAlwaysOn);
        return listener.isPresent();
    }

    /** @param settings the settings of other services than HTTP */
    static void warnThatHttpIsAlwaysServed(Map<String, String> settings, PipDiagnostics findings) {
        String host = settings.get("host");
        String where = host == null
                ? "on the default host and port"
                : "on the host of the other service, " + host + ", and the default port";
        findings.warning(PipDiagnostics.NO_LINE,
                "no HTTP endpoint or service is listed or enabled, but HTTP is always served, " + where
                        + ", unless they are set elsewhere");
    }

    private static void readService(PipComponent service) {
        readRoute(service);
        service.ignore("swagger.enable");
        service.ignore("swagger.auto");
        service.ignoreIf("swagger.route", "swagger");
    }

    /** Checks the route of the commands, which is the same over HTTP and gRPC. */
    static void readRoute(PipComponent service) {
        service.take("base_route").filter(route -> !route.text().matches("/?v1/sessions/?"))
                .ifPresent(route -> service.problem(route,
                        "base_route must be v1/sessions, which cannot be changed, but is '" + route.text() + "'"));
    }

    private static void readOptions(PipComponent listener, Map<String, String> settings) {
        listener.positiveInteger("options.request_max_size").ifPresent(bytes -> settings.put("max-body", bytes + "B"));
        rejectMaintenance(listener);
        String origins = Stream.concat(listener.text(ORIGINS).stream(), listed(listener))
                .collect(Collectors.joining(","));
        if (!origins.isEmpty()) {
            settings.put("cors-origins", origins);
        }
    }

    static void rejectMaintenance(PipComponent listener) {
        if (listener.flag("options.maintenance_enabled").orElse(false)) {
            listener.problem(
                    "options.maintenance_enabled is on, but this service has no maintenance mode and would serve"
                            + " calls; block them in front of the service instead");
        }
    }

    private static Stream<String> listed(PipComponent listener) {
        return listener.remainingKeys().stream().filter(key -> key.startsWith(ORIGINS + ".")).sorted()
                .flatMap(key -> listener.text(key).stream());
    }

    private static void readAlwaysOn(PipComponent component) {
        component.ignoreIf("route", component.descriptor().type().replace("-service", ""));
    }
}
