package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sessions.testkit.server.HttpCalls;

/**
 * Calls the service over HTTP; every exchange must be as documented. Throws {@link UncheckedIOException} if the service
 * is gone.
 */
public record HttpCaller(HttpCalls calls) implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");
    private static final Pattern DATA = Pattern.compile("\"data\":(\\d+)");

    private static final int UNAVAILABLE = 503;

    /** The service reports that it or its store is temporarily unavailable. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient HttpCalls.Reply reply;

        Refused(HttpCalls.Reply reply) {
            super(reply.body());
            this.reply = reply;
        }

        public HttpCalls.Reply reply() {
            return reply;
        }
    }

    public HttpCaller(int port) {
        this(new HttpCalls(port));
    }

    public String open(String userId) {
        return found(ID, command("open_session", "{\"user_id\":\"" + userId + "\",\"user\":\"s3cret\"}"));
    }

    /** Returns the session. */
    public String store(String id, int data) {
        return command("store_session_data", "{\"session_id\":\"" + id + "\",\"data\":" + data + "}");
    }

    /** Returns the session's data, or empty if it has none. */
    public OptionalInt data(String id) {
        String session = command("get_session_by_id", "{\"session_id\":\"" + id + "\"}");
        assertThat(found(ID, session)).isEqualTo(id);
        return session.contains("\"data\":null")
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(found(DATA, session)));
    }

    HttpCalls.Reply get(String path) {
        return calls.get(path);
    }

    /** Returns the response, which must be 200 to be an acknowledgement. */
    private String command(String name, String body) {
        HttpCalls.Reply answer = calls.command(name, body);
        if (answer.status() == UNAVAILABLE) {
            throw new Refused(answer);
        }
        assertThat(answer.status()).as("%s %s: %s", name, body, answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    @Override
    public void close() {
        calls.close();
    }
}
