package sessions.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static @Nullable String key(Context ctx) {
        Set<String> keys = Stream.concat(bearerTokens(ctx), headers(ctx, API_KEY)).collect(Collectors.toSet());
        if (keys.size() > 1) {
            throw InvalidDataException.of(API_KEY,
                    "must be the same key as in " + AUTHORIZATION + ", and there only once");
        }
        return keys.isEmpty() ? null : keys.iterator().next();
    }

    /** Credentials of another scheme are not for this service. */
    private static Stream<String> bearerTokens(Context ctx) {
        return headers(ctx, AUTHORIZATION).filter(text -> text.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(text -> text.substring(BEARER.length()).strip()).filter(text -> !text.isEmpty());
    }

    private static Stream<String> headers(Context ctx, String name) {
        return Collections.list(ctx.req().getHeaders(name)).stream().map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
