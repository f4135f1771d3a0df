package sessions.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sessions.wire.json.SingleLine;

/**
 * A request to the service.
 *
 * @param path the path below the service's address
 * @param query the query parameters by name
 * @param body the body as text; empty for none
 * @param repeatable whether it is safe to send the request again if its outcome is unknown
 */
record ServiceRequest(String method, String path, Map<String, String> query, Map<String, String> headers, String body,
        boolean repeatable) {

    /** The length to which the service truncates a correlation id. */
    private static final int MAX_CORRELATION_ID = 128;

    private static final String JSON = "application/json";

    /** Creates a request without a body. An empty correlation id is not sent; the service then generates one. */
    static ServiceRequest of(String method, String path, String correlationId) {
        Map<String, String> query = correlationId.isEmpty()
                ? Map.of()
                : Map.of("correlation_id", SingleLine.of(correlationId, MAX_CORRELATION_ID));
        return new ServiceRequest(method, path, query, Map.of(), "", false);
    }

    /** Creates a request for a command of the contract. */
    static ServiceRequest command(String name, String correlationId, String arguments) {
        return of("POST", "/v1/sessions/" + name, correlationId).withJson(arguments);
    }

    ServiceRequest withJson(String text) {
        return withBody(JSON, text);
    }

    ServiceRequest withBody(String mediaType, String text) {
        ServiceRequest typed = withHeader("Content-Type", mediaType);
        return new ServiceRequest(method, path, query, typed.headers, text, repeatable);
    }

    ServiceRequest withHeader(String name, String value) {
        return new ServiceRequest(method, path, query, with(headers, Map.of(name, value)), body, repeatable);
    }

    ServiceRequest withQuery(Map<String, String> parameters) {
        return new ServiceRequest(method, path, with(query, parameters), headers, body, repeatable);
    }

    /** Returns the request with the expected version in {@code If-Match}; null for any version. */
    ServiceRequest ifMatch(@Nullable Long version) {
        return version == null ? this : withHeader("If-Match", "\"" + version + "\"");
    }

    ServiceRequest asRepeatable() {
        return new ServiceRequest(method, path, query, headers, body, true);
    }

    /** Returns the full address of the request at a service. */
    URI at(URI service) {
        String parameters = query.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(service + path + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    /** Encodes a text as one path segment. */
    static String segment(String text) {
        // Form encoding escapes every character that is special in a path; only the space differs.
        return encode(text).replace("+", "%20");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }
}
