package sessions.bootstrap.fuzz;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sessions.testkit.openapi.ApiOperation;
import sessions.testkit.openapi.HttpExchange.Message;

/**
 * A request as it is sent.
 *
 * @param number its number in the run
 * @param operation the operation that it was generated for; a mutated request may reach another one, or none
 * @param body the body, one character per byte
 */
record FuzzRequest(int number, ApiOperation operation, String method, String target, List<Header> headers,
        String body) {

    private static final int SHOWN = 2000;

    byte[] encoded() {
        StringBuilder head = new StringBuilder(method).append(' ').append(target)
                .append(" HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(
                header -> head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        head.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    Message message() {
        return Message.of(httpHeaders(), body.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Without the headers that have no name. */
    private HttpHeaders httpHeaders() {
        Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.stream().filter(header -> !header.name().isBlank())
                .forEach(header -> values.computeIfAbsent(header.name(), _ -> new ArrayList<>()).add(header.value()));
        return HttpHeaders.of(values, (_, _) -> true);
    }

    /**
     * Returns the request as text: very long parts are shortened, and bytes other than printable ASCII are shown as
     * {@code \xNN}.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("request " + number + " (" + operation + ")\n");
        for (byte b : encoded()) {
            if (text.length() > SHOWN) {
                return text.append("…").toString();
            }
            text.append((b >= ' ' && b <= '~') || b == '\n' ? String.valueOf((char) b) : "\\x%02x".formatted(b));
        }
        return text.toString();
    }
}
