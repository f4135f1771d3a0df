package sessions.rest.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Authenticator;
import sessions.domain.access.Caller;
import sessions.domain.error.UnauthorizedException;
import sessions.transport.KeyHeaders;
import sessions.transport.RequestAttributes;

/** Authenticates each request by the API key in its headers ({@link KeyHeaders}), before its body is read. */
public final class AuthenticationFilter {

    private final Authenticator authenticator;

    public AuthenticationFilter(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** Wraps a handler: it runs only for authenticated callers, with {@link Caller#CURRENT} bound. */
    public Handler around(Handler handler) {
        return ctx -> {
            Caller caller = authenticate(ctx);
            ctx.attribute(RequestAttributes.CALLER, caller.name());
            Caller.CURRENT.call(caller, () -> {
                handler.handle(ctx);
                return caller;
            });
        };
    }

    private Caller authenticate(Context ctx) {
        String key = key(ctx);
        try {
            return authenticator.authenticate(RequestScope.correlationId(ctx), key, ctx.ip());
        } catch (UnauthorizedException rejected) {
            ctx.header(KeyHeaders.AUTHENTICATE, KeyHeaders.challenge(key));
            throw rejected;
        }
    }

    private static @Nullable String key(Context ctx) {
        return KeyHeaders.key(headers(ctx, KeyHeaders.AUTHORIZATION), headers(ctx, KeyHeaders.API_KEY));
    }

    private static Iterable<String> headers(Context ctx, String name) {
        return () -> ctx.req().getHeaders(name).asIterator();
    }
}
