package sessions.bootstrap.pip;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How HTTP is served. */
final class Http {

    private static final String ORIGINS = "cors_origins";

    private Http() {
    }

    /** Answers whether the file has it served at all. */
    static boolean read(Roles roles, Map<String, String> settings) {
        roles.all(Role.SERVICE).forEach(Http::readService);
        Optional<Component> listener = roles.listener(Role.ENDPOINT, Role.SERVICE);
        listener.ifPresent(component -> {
            HttpAddress.read(component, settings);
            readOptions(component, settings);
        });
        roles.all(Role.ALWAYS_ON).forEach(Http::readAlwaysOn);
        return listener.isPresent();
    }

    /** @param settings with what other services than HTTP have set */
    static void warnThatItIsServedAllTheSame(Map<String, String> settings, Findings findings) {
        String host = settings.get("host");
        String where = host == null
                ? "host and port are this service's own defaults"
                : "its host is that of the other service, " + host + ", and its port this service's own default,";
        findings.warning(Findings.NO_LINE, "no HTTP endpoint or service is listed or switched on, but HTTP is always"
                + " served; " + where + " unless they are set elsewhere");
    }

    private static void readService(Component service) {
        readRoute(service);
        service.pass("swagger.enable");
        service.pass("swagger.auto");
        service.accept("swagger.route", "swagger");
    }

    /** Commands are below it, over HTTP as over gRPC. */
    static void readRoute(Component service) {
        service.take("base_route").filter(route -> !route.text().matches("/?v1/sessions/?"))
                .ifPresent(route -> service.problem(route,
                        "base_route must be v1/sessions, which cannot be moved, but is '" + route.text() + "'"));
    }

    private static void readOptions(Component listener, Map<String, String> settings) {
        listener.count("options.request_max_size").ifPresent(bytes -> settings.put("max-body", bytes + "B"));
        refuseMaintenance(listener);
        String origins = Stream.concat(listener.text(ORIGINS).stream(), listed(listener))
                .collect(Collectors.joining(","));
        if (!origins.isEmpty()) {
            settings.put("cors-origins", origins);
        }
    }

    static void refuseMaintenance(Component listener) {
        if (listener.flag("options.maintenance_enabled").orElse(false)) {
            listener.problem(
                    "options.maintenance_enabled is on, but there is no such mode here, and calls would be served;"
                            + " let what is in front of the service answer meanwhile");
        }
    }

    private static Stream<String> listed(Component listener) {
        return listener.rest().stream().filter(key -> key.startsWith(ORIGINS + ".")).sorted()
                .flatMap(key -> listener.text(key).stream());
    }

    private static void readAlwaysOn(Component component) {
        component.accept("route", component.descriptor().type().replace("-service", ""));
    }
}
