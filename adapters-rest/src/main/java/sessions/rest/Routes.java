package sessions.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** Adds routes together with what each needs for pages of other origins. */
final class Routes {

    private final RoutesConfig routes;
    private final Cors cors;

    Routes(RoutesConfig routes, Cors cors) {
        this.routes = routes;
        this.cors = cors;
    }

    void get(String path, Handler handler) {
        routes.get(path, cors.around(handler));
        routes.head(path, cors.around(handler));
        cors.addPreflight(routes, path, "GET");
    }

    void post(String path, Handler handler) {
        routes.post(path, cors.around(handler));
        cors.addPreflight(routes, path, "POST");
    }
}
