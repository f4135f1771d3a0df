package sessions.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Adds routes together with what each needs for pages of other origins. More special paths come before general ones. */
final class Routes {

    private final RoutesConfig routes;
    private final Cors cors;
    private final Map<String, Set<String>> methods = new LinkedHashMap<>();

    Routes(RoutesConfig routes, Cors cors) {
        this.routes = routes;
        this.cors = cors;
    }

    /** Answers {@code HEAD} alike. */
    void get(String path, Handler handler) {
        add(HandlerType.GET, path, handler);
        add(HandlerType.HEAD, path, handler);
    }

    void post(String path, Handler handler) {
        add(HandlerType.POST, path, handler);
    }

    void put(String path, Handler handler) {
        add(HandlerType.PUT, path, handler);
    }

    void patch(String path, Handler handler) {
        add(HandlerType.PATCH, path, handler);
    }

    void delete(String path, Handler handler) {
        add(HandlerType.DELETE, path, handler);
    }

    /** Once all routes are there. */
    void addPreflights() {
        methods.forEach((path, allowed) -> cors.addPreflight(routes, path, allowed));
    }

    private void add(HandlerType method, String path, Handler handler) {
        routes.addHttpHandler(method, path, guarded(handler));
        methods.computeIfAbsent(path, _ -> new TreeSet<>()).add(method.name());
    }

    private Handler guarded(Handler handler) {
        return cors.around(ErrorAnswers.catching(handler));
    }
}
