package sessions.testkit.openapi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A request and its response.
 *
 * @param method the HTTP method in capitals
 * @param target path and query as sent
 */
public record HttpExchange(String method, String target, Message request, int status, Message response) {

    private static final int SHOWN = 500;

    /**
     * Headers and body of a request or a response.
     *
     * @param body without compression; empty if there is none
     */
    public record Message(HttpHeaders headers, String body) {

        public static Message of(HttpHeaders headers, byte[] body) {
            boolean zipped = headers.firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
            return new Message(headers, new String(zipped ? unzipped(body) : body, StandardCharsets.UTF_8));
        }

        Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        boolean hasBody() {
            return !body.isEmpty();
        }

        private static byte[] unzipped(byte[] body) {
            try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return text.readAllBytes();
            } catch (IOException broken) {
                return body; // tests send invalid gzip, too
            }
        }
    }

    /** Returns whether the request succeeded. */
    boolean isAccepted() {
        return status >= 200 && status < 400;
    }

    String path() {
        return target.split("\\?", 2)[0];
    }

    /** Returns the decoded values of the query by name. */
    Map<String, List<String>> query() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int start = target.indexOf('?') + 1;
        for (String pair : start == 0 ? new String[0] : target.substring(start).split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            String[] parts = pair.split("=", 2);
            values.computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
                    .add(parts.length == 1 ? "" : decoded(parts[1]));
        }
        return values;
    }

    /** Returns texts with invalid percent-encoding unchanged. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    @Override
    public String toString() {
        return method + " " + shown(target) + " " + shown(request.body()) + " -> " + status + " "
                + response.headers().map() + " " + shown(response.body());
    }

    private static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
