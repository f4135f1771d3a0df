package sessions.bootstrap.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A request before it is sent, still to be changed. Everything stands here as it will go over the line. */
final class RequestDraft {

    String method;
    String path;
    final List<String> query = new ArrayList<>();
    final List<Header> headers = new ArrayList<>();

    /** The body as long as it is JSON that is well-formed, or null. */
    @Nullable
    JsonNode json;

    private @Nullable String bytes;

    RequestDraft(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** Takes the place of any of that name. */
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

    /** A character stands for a byte. */
    String body() {
        if (bytes != null) {
            return bytes;
        }
        return json == null
                ? ""
                : new String(json.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** From now on the body is this, whatever the JSON. */
    void setBody(String body) {
        bytes = body;
    }

    String target() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
