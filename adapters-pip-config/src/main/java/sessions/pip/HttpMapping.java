package sessions.pip;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How HTTP is served. */
final class HttpMapping {

    private static final String ORIGINS = "cors_origins";

    private HttpMapping() {
    }

    /** Answers whether the file has it served at all. */
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

    /** @param settings with what other services than HTTP have set */
    static void warnThatItIsServedAllTheSame(Map<String, String> settings, PipDiagnostics findings) {
        String host = settings.get("host");
        String where = host == null
                ? "host and port are this service's own defaults"
                : "its host is that of the other service, " + host + ", and its port this service's own default,";
        findings.warning(PipDiagnostics.NO_LINE,
                "no HTTP endpoint or service is listed or switched on, but HTTP is always"
                        + " served; " + where + " unless they are set elsewhere");
    }

    private static void readService(PipComponent service) {
        readRoute(service);
        service.pass("swagger.enable");
        service.pass("swagger.auto");
        service.accept("swagger.route", "swagger");
    }

    /** Commands are below it, over HTTP as over gRPC. */
    static void readRoute(PipComponent service) {
        service.take("base_route").filter(route -> !route.text().matches("/?v1/sessions/?"))
                .ifPresent(route -> service.problem(route,
                        "base_route must be v1/sessions, which cannot be moved, but is '" + route.text() + "'"));
    }

    private static void readOptions(PipComponent listener, Map<String, String> settings) {
        listener.count("options.request_max_size").ifPresent(bytes -> settings.put("max-body", bytes + "B"));
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
                    "options.maintenance_enabled is on, but there is no such mode here, and calls would be served;"
                            + " let what is in front of the service answer meanwhile");
        }
    }

    private static Stream<String> listed(PipComponent listener) {
        return listener.rest().stream().filter(key -> key.startsWith(ORIGINS + ".")).sorted()
                .flatMap(key -> listener.text(key).stream());
    }

    private static void readAlwaysOn(PipComponent component) {
        component.accept("route", component.descriptor().type().replace("-service", ""));
    }
}
