package sessions.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import sessions.domain.Admission;
import sessions.domain.Caller;
import sessions.domain.InvalidDataException;
import sessions.domain.UnauthorizedException;

/**
 * Finds out who calls before anything of a request but its headers is read: by a key in {@code Authorization: Bearer} (RFC
 * 6750) or in {@code X-API-Key}. Never by one in the address, which stands in logs.
 */
final class Authentication {

    private static final String AUTHORIZATION = "Authorization";
    private static final String API_KEY = "X-API-Key";
    private static final String BEARER = "Bearer ";

    /** RFC 6750, 3 */
    private static final String CHALLENGE = "Bearer realm=\"sessions\"";

    private final Admission admission;

    Authentication(Admission admission) {
        this.admission = admission;
    }

    /** Has a handler run for callers who are let in only, and know the caller. */
    Handler around(Handler handler) {
        return ctx -> {
            Caller caller = admitted(ctx);
            AccessLog.note(ctx, caller);
            ScopedValue.where(Caller.CURRENT, caller).call(() -> {
                handler.handle(ctx);
                return caller;
            });
        };
    }

    private Caller admitted(Context ctx) {
        String key = key(ctx);
        try {
            return admission.admit(RequestScope.correlationId(ctx), key, ctx.ip());
        } catch (UnauthorizedException refused) {
            ctx.header("WWW-Authenticate", key == null ? CHALLENGE : CHALLENGE + ", error=\"invalid_token\"");
            throw refused;
        }
    }

    /** The one key that all headers of both names hold, or null where none does. */
    private static @Nullable String key(Context ctx) {
        String key = null;
        for (Enumeration<String> each = ctx.req().getHeaders(AUTHORIZATION); each.hasMoreElements();) {
            key = same(key, bearerToken(each.nextElement()));
        }
        for (Enumeration<String> each = ctx.req().getHeaders(API_KEY); each.hasMoreElements();) {
            key = same(key, each.nextElement().strip());
        }
        return key;
    }

    /** Credentials of another scheme are not for this service: empty. */
    private static String bearerToken(String authorization) {
        String credentials = authorization.strip();
        return credentials.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? credentials.substring(BEARER.length()).strip()
                : "";
    }

    private static @Nullable String same(@Nullable String key, String other) {
        if (other.isEmpty()) {
            return key;
        }
        if (key != null && !key.equals(other)) {
            throw InvalidDataException.of(API_KEY,
                    "must be the same key as in " + AUTHORIZATION + ", and there only once");
        }
        return other;
    }
}
