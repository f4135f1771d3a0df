package sessions.rest.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;
import sessions.domain.model.SessionCursor;
import sessions.transport.CorrelationId;
import sessions.wire.json.SingleLine;
import sessions.wire.resource.CursorToken;
import sessions.wire.resource.ListQuery;

/**
 * Reads the query parameters of the resource API. None is ignored; Javalin would drop parameters that it cannot decode.
 */
public final class QueryParameters {

    private static final String CURSOR = "cursor";
    private static final int MAX_SHOWN_LENGTH = 64;

    private QueryParameters() {
    }

    /** Wraps a handler that takes no query parameters: requests with parameters are rejected. */
    public static Handler none(Handler handler) {
        return ctx -> {
            ListQuery.requireNone(parameters(ctx));
            handler.handle(ctx);
        };
    }

    /**
     * Returns the parameters in request order, except the correlation id, which every request may have once.
     *
     * @throws InvalidDataException if a parameter is not percent-encoded UTF-8
     */
    public static Map<String, List<String>> parameters(Context ctx) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        String query = ctx.queryString();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                parameters.computeIfAbsent(decoded(parts[0], pair), _ -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decoded(parts[1], pair));
            }
        }
        if (parameters.getOrDefault(CorrelationId.NAME, List.of()).size() == 1) {
            parameters.remove(CorrelationId.NAME);
        }
        return parameters;
    }

    /**
     * Adds a {@code Link} header to the next page: the same query with another cursor.
     *
     * @param next null if there is no next page; then no header is added
     */
    public static void linkNext(Context ctx, Map<String, List<String>> parameters, @Nullable SessionCursor next) {
        if (next != null) {
            Map<String, List<String>> nextParameters = new LinkedHashMap<>(parameters);
            nextParameters.put(CURSOR, List.of(CursorToken.of(next)));
            ctx.header("Link", "<" + ctx.req().getRequestURI() + "?" + text(nextParameters) + ">; rel=\"next\"");
        }
    }

    private static String text(Map<String, List<String>> parameters) {
        StringJoiner query = new StringJoiner("&");
        parameters.forEach((name, values) -> values.forEach(value -> query.add(encoded(name) + "=" + encoded(value))));
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Decodes strictly, unlike {@link URLDecoder}, which substitutes replacement characters for invalid UTF-8. */
    private static String decoded(String text, String pair) {
        try {
            byte[] bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            throw new InvalidDataException(List.of(new Violation(SingleLine.of(pair, MAX_SHOWN_LENGTH),
                    "must be percent-encoded UTF-8")));
        }
    }
}
