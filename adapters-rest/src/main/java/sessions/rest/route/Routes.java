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

/** Adds routes with authentication, CORS and error handling. Specific paths must be added before general ones. */
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

    /** Adds {@code GET} and {@code HEAD} without authentication. */
    void getPublic(String path, Handler handler) {
        addGetAndHead(path, handler);
    }

    /** Adds {@code GET} and {@code HEAD}. */
    void get(String path, Handler handler) {
        addGetAndHead(path, authentication.around(handler));
    }

    public void post(String path, Handler handler) {
        addAuthenticated(HandlerType.POST, path, handler);
    }

    void put(String path, Handler handler) {
        addAuthenticated(HandlerType.PUT, path, handler);
    }

    void patch(String path, Handler handler) {
        addAuthenticated(HandlerType.PATCH, path, handler);
    }

    void delete(String path, Handler handler) {
        addAuthenticated(HandlerType.DELETE, path, handler);
    }

    /** Adds the preflight routes; call it after all other routes are added. */
    public void addPreflights() {
        methods.forEach((path, allowed) -> cors.addPreflight(routes, path, allowed));
    }

    private void addGetAndHead(String path, Handler handler) {
        add(HandlerType.GET, path, handler);
        add(HandlerType.HEAD, path, handler);
    }

    private void addAuthenticated(HandlerType method, String path, Handler handler) {
        add(method, path, authentication.around(handler));
    }

    private void add(HandlerType method, String path, Handler handler) {
        Handler wrapped = cors.around(ErrorResponses.catching(handler));
        routes.addHttpHandler(method, path, ctx -> {
            ctx.attribute(RequestAttributes.ROUTE, path);
            wrapped.handle(ctx);
        });
        methods.computeIfAbsent(path, _ -> new TreeSet<>()).add(method.name());
    }
}
