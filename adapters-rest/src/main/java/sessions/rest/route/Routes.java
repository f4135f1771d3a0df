package sessions.rest.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sessions.rest.http.AuthenticationFilter;
import sessions.rest.http.CorsPolicy;
import sessions.rest.http.ErrorResponses;
import sessions.transport.RequestAttributes;

/**
 * Adds routes, each for callers who are let in, and with what it needs for pages of other origins. More special paths come
 * before general ones.
 */
public final class Routes {

    private final RoutesConfig routes;
    private final CorsPolicy cors;
    private final AuthenticationFilter authentication;
    private final Map<String, Set<String>> methods = new LinkedHashMap<>();

    public Routes(RoutesConfig routes, CorsPolicy cors, AuthenticationFilter authentication) {
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

    public void post(String path, Handler handler) {
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
    public void addPreflights() {
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
        Handler whole = cors.around(ErrorResponses.catching(handler));
        routes.addHttpHandler(method, path, ctx -> {
            ctx.attribute(RequestAttributes.ROUTE, path);
            whole.handle(ctx);
        });
        methods.computeIfAbsent(path, _ -> new TreeSet<>()).add(method.name());
    }
}
