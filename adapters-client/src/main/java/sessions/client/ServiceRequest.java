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
 * What is asked of a service.
 *
 * @param path below the service's address
 * @param query parameters by name
 * @param body text, empty for none
 * @param repeatable whether sending it again is safe where it is not known what became of it
 */
record ServiceRequest(String method, String path, Map<String, String> query, Map<String, String> headers, String body,
        boolean repeatable) {

    /** What the service keeps of a longer one. */
    private static final int MAX_CORRELATION_ID = 128;

    private static final String JSON = "application/json";

    /** A request without a body. An empty correlation id is not sent: then the service makes one. */
    static ServiceRequest of(String method, String path, String correlationId) {
        Map<String, String> query = correlationId.isEmpty()
                ? Map.of()
                : Map.of("correlation_id", SingleLine.of(correlationId, MAX_CORRELATION_ID));
        return new ServiceRequest(method, path, query, Map.of(), "", false);
    }

    /** A command of the contract. */
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

    /** Only for the version that was seen; null for any. */
    ServiceRequest ifMatch(@Nullable Long version) {
        return version == null ? this : withHeader("If-Match", "\"" + version + "\"");
    }

    ServiceRequest asRepeatable() {
        return new ServiceRequest(method, path, query, headers, body, true);
    }

    /** Its address at a service. */
    URI at(URI service) {
        String parameters = query.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(service + path + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    /** A text as one segment of a path. */
    static String segment(String text) {
        // Form encoding, which also escapes all that a path would take apart, but for the space.
        return encoded(text).replace("+", "%20");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }
}
