package sessions.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Adds routes, each for callers who are let in, and with what it needs for pages of other origins. More special paths come
 * before general ones.
 */
final class Routes {

    private final RoutesConfig routes;
    private final Cors cors;
    private final Authentication authentication;
    private final Map<String, Set<String>> methods = new LinkedHashMap<>();

    Routes(RoutesConfig routes, Cors cors, Authentication authentication) {
        this.routes = routes;
        this.cors = cors;
        this.authentication = authentication;
    }

    /** For everyone, who need not say who calls. Answers {@code HEAD} alike. */
    void getPublic(String path, Handler handler) {
        addReading(path, handler);
    }

    /** Answers {@code HEAD} alike. */
    void get(String path, Handler handler) {
        addReading(path, authentication.around(handler));
    }

    void post(String path, Handler handler) {
        addGuarded(HandlerType.POST, path, handler);
    }

    void put(String path, Handler handler) {
        addGuarded(HandlerType.PUT, path, handler);
    }

    void patch(String path, Handler handler) {
        addGuarded(HandlerType.PATCH, path, handler);
    }

    void delete(String path, Handler handler) {
        addGuarded(HandlerType.DELETE, path, handler);
    }

    /** Once all routes are there. */
    void addPreflights() {
        methods.forEach((path, allowed) -> cors.addPreflight(routes, path, allowed));
    }

    private void addReading(String path, Handler handler) {
        add(HandlerType.GET, path, handler);
        add(HandlerType.HEAD, path, handler);
    }

    private void addGuarded(HandlerType method, String path, Handler handler) {
        add(method, path, authentication.around(handler));
    }

    private void add(HandlerType method, String path, Handler handler) {
        Handler whole = cors.around(ErrorAnswers.catching(handler));
        routes.addHttpHandler(method, path, ctx -> {
            AccessLog.note(ctx, path);
            whole.handle(ctx);
        });
        methods.computeIfAbsent(path, _ -> new TreeSet<>()).add(method.name());
    }
}
