package sessions.rest.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Set;
import sessions.domain.error.ErrorCode;

/**
 * Cross-origin requests of browsers (Fetch standard, CORS protocol), off unless origins are configured. Unlike the
 * plugin of the HTTP library this grants a preflight only to routes and methods that exist.
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

    /** Lets a page of an allowed origin read the answer, an error included. */
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

    /** Answers the browser's question whether a page may send a request with one of the methods to a path. */
    public void addPreflight(RoutesConfig routes, String path, Set<String> methods) {
        if (!origins.isEmpty()) {
            String allowed = String.join(", ", methods);
            routes.options(path, ctx -> respondToPreflight(ctx, methods, allowed));
        }
    }

    private void respondToPreflight(Context ctx, Set<String> methods, String allowed) {
        String wanted = ctx.header("Access-Control-Request-Method");
        if (wanted == null || !methods.contains(wanted)) {
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

    /** Whether the request's origin is allowed; if so the answer says it. */
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
