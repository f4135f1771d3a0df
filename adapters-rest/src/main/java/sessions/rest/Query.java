package sessions.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import sessions.wire.ListQuery;

/** Query parameters of resources, where none is ignored. */
final class Query {

    private Query() {
    }

    /** Makes a handler refuse requests with parameters, which it would ignore. */
    static Handler none(Handler handler) {
        return ctx -> {
            ListQuery.requireNone(parameters(ctx));
            handler.handle(ctx);
        };
    }

    /** All but the correlation id, which every request may have. */
    static Map<String, List<String>> parameters(Context ctx) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(ctx.queryParamMap());
        parameters.remove(CorrelationId.NAME);
        return parameters;
    }

    /** The parameters as they stand in a URL. */
    static String text(Map<String, List<String>> parameters) {
        StringJoiner query = new StringJoiner("&");
        parameters.forEach((name, values) -> values.forEach(value -> query.add(encoded(name) + "=" + encoded(value))));
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
