package sessions.rest.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Set;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;

/**
 * Headers that change the meaning of a request. A request is rejected if its operation does not support one of them.
 */
public final class ConditionalHeaders {

    public static final String IF_MATCH = "If-Match";
    public static final String IF_NONE_MATCH = "If-None-Match";
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final List<String> ALL = List.of(IF_MATCH, IF_NONE_MATCH, IDEMPOTENCY_KEY);

    private ConditionalHeaders() {
    }

    /** Wraps a handler: requests with any of these headers that is not among the supported ones are rejected. */
    public static Handler only(Handler handler, String... supported) {
        Set<String> allowed = Set.of(supported);
        List<String> unsupported = ALL.stream().filter(header -> !allowed.contains(header)).toList();
        return ctx -> {
            if (hasAny(ctx, unsupported)) {
                throw rejection(ctx, unsupported);
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

    private static InvalidDataException rejection(Context ctx, List<String> unsupported) {
        return new InvalidDataException(unsupported.stream().filter(header -> ctx.header(header) != null)
                .map(header -> new Violation(header, "is not supported for this request")).toList());
    }
}
