package sessions.rest.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Set;
import sessions.domain.error.ErrorCode;

/**
 * Cross-origin requests of browsers (Fetch standard, CORS protocol); off unless origins are configured. Unlike
 * Javalin's plugin, it grants a preflight only for routes and methods that exist.
 */
public final class CorsPolicy {

    private static final String ANY = "*";
    private static final String ALLOWED_HEADERS = "Content-Type, correlation_id, X-Correlation-Id, If-Match,"
            + " If-None-Match, Idempotency-Key, Authorization, X-API-Key";
    private static final String EXPOSED_HEADERS = "ETag, Link, Location, Retry-After, WWW-Authenticate, X-Correlation-Id";

    private final Set<String> origins;

    public CorsPolicy(Set<String> origins) {
        this.origins = origins;
    }

    /** Wraps a handler: pages of allowed origins may read its responses, including errors. */
    public Handler around(Handler handler) {
        if (origins.isEmpty()) {
            return handler;
        }
        return ctx -> {
            if (grant(ctx)) {
                ctx.header("Access-Control-Expose-Headers", EXPOSED_HEADERS);
            }
            handler.handle(ctx);
        };
    }

    /** Adds the route that answers preflight requests for a path and its methods. */
    public void addPreflight(RoutesConfig routes, String path, Set<String> methods) {
        if (!origins.isEmpty()) {
            String allowed = String.join(", ", methods);
            routes.options(path, ctx -> respondToPreflight(ctx, methods, allowed));
        }
    }

    private void respondToPreflight(Context ctx, Set<String> methods, String allowed) {
        String requested = ctx.header("Access-Control-Request-Method");
        if (requested == null || !methods.contains(requested)) {
            ctx.header("Allow", allowed);
            throw new RequestRejectedException(ErrorCode.METHOD_NOT_ALLOWED,
                    "The method is not allowed here; allowed: " + allowed);
        }
        if (grant(ctx)) {
            ctx.header("Access-Control-Allow-Methods", allowed);
            ctx.header("Access-Control-Allow-Headers", ALLOWED_HEADERS);
        }
        Responses.none(ctx);
    }

    /** Returns whether the request's origin is allowed; if so, adds it to the response headers. */
    private boolean grant(Context ctx) {
        ctx.res().addHeader("Vary", "Origin");
        String origin = ctx.header("Origin");
        if (origin == null || !(origins.contains(ANY) || origins.contains(origin))) {
            return false;
        }
        ctx.header("Access-Control-Allow-Origin", origins.contains(ANY) ? ANY : origin);
        return true;
    }
}
