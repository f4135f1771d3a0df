package sessions.bootstrap.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A mutable request before it is sent. All parts are in the form in which they will be sent. */
final class RequestDraft {

    String method;
    String path;
    final List<String> query = new ArrayList<>();
    final List<Header> headers = new ArrayList<>();

    /** The body while it is well-formed JSON, otherwise null. */
    @Nullable
    JsonNode json;

    private @Nullable String bytes;

    RequestDraft(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** Replaces any header of that name. */
    void setHeader(String name, String value) {
        removeHeader(name);
        headers.add(new Header(name, value));
    }

    void removeHeader(String name) {
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
    }

    void addQuery(String name, String value) {
        query.add(encoded(name) + "=" + encoded(value));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Each character stands for a byte. */
    String body() {
        if (bytes != null) {
            return bytes;
        }
        return json == null
                ? ""
                : new String(json.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Replaces the body; the JSON is no longer used. */
    void setBody(String body) {
        bytes = body;
    }

    String target() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
