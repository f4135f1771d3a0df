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

    static void read(Roles roles, Map<String, String> settings, Findings findings) {
        roles.all(Role.SERVICE).forEach(Http::readService);
        Optional<Component> listener = roles.listener(Role.ENDPOINT, Role.SERVICE);
        if (listener.isPresent()) {
            HttpAddress.read(listener.get(), settings);
            readOptions(listener.get(), settings);
        } else {
            findings.warning(Findings.NO_LINE,
                    "no HTTP endpoint or service is listed or switched on, but HTTP is always"
                            + " served; host and port are this service's own defaults unless they are set elsewhere");
        }
        roles.all(Role.ALWAYS_ON).forEach(Http::readAlwaysOn);
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
