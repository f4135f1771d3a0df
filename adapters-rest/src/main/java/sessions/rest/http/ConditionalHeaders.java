package sessions.rest.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Set;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;

/** Headers of resources whose senders count on an effect, so that none of them is ignored. */
public final class ConditionalHeaders {

    public static final String IF_MATCH = "If-Match";
    public static final String IF_NONE_MATCH = "If-None-Match";
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final List<String> EFFECTIVE = List.of(IF_MATCH, IF_NONE_MATCH, IDEMPOTENCY_KEY);

    private ConditionalHeaders() {
    }

    /** Makes a handler refuse requests with any of them but those that it takes. */
    public static Handler only(Handler handler, String... taken) {
        Set<String> known = Set.of(taken);
        List<String> unknown = EFFECTIVE.stream().filter(header -> !known.contains(header)).toList();
        return ctx -> {
            if (hasAny(ctx, unknown)) {
                throw rejected(ctx, unknown);
            }
            handler.handle(ctx);
        };
    }

    private static boolean hasAny(Context ctx, List<String> headers) {
        for (String header : headers) {
            if (ctx.header(header) != null) {
                return true;
            }
        }
        return false;
    }

    private static InvalidDataException rejected(Context ctx, List<String> unknown) {
        return new InvalidDataException(unknown.stream().filter(header -> ctx.header(header) != null)
                .map(header -> new Violation(header, "is not taken by this request")).toList());
    }
}
