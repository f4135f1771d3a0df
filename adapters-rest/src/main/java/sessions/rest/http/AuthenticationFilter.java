package sessions.rest.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Authenticator;
import sessions.domain.access.Caller;
import sessions.domain.error.UnauthorizedException;
import sessions.transport.KeyHeaders;
import sessions.transport.RequestAttributes;

/** Finds out who calls before anything of a request but its headers is read, by the key in {@link KeyHeaders}. */
public final class AuthenticationFilter {

    private final Authenticator authenticator;

    public AuthenticationFilter(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** Has a handler run for callers who are let in only, and know the caller. */
    public Handler around(Handler handler) {
        return ctx -> {
            Caller caller = authenticated(ctx);
            ctx.attribute(RequestAttributes.CALLER, caller.name());
            ScopedValue.where(Caller.CURRENT, caller).call(() -> {
                handler.handle(ctx);
                return caller;
            });
        };
    }

    private Caller authenticated(Context ctx) {
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
