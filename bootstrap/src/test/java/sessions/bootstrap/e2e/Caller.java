package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls the service over HTTP. */
record Caller(HttpClient http, int port) implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");
    private static final Pattern DATA = Pattern.compile("\"data\":(\\d+)");

    Caller(int port) {
        this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), port);
    }

    String open(String userId) throws IOException, InterruptedException {
        return found(ID, command("open_session", "{\"user_id\":\"" + userId + "\"}"));
    }

    void store(String id, int data) throws IOException, InterruptedException {
        command("store_session_data", "{\"session_id\":\"" + id + "\",\"data\":" + data + "}");
    }

    /** The session's data, empty where it has none. */
    OptionalInt data(String id) throws IOException, InterruptedException {
        String session = command("get_session_by_id", "{\"session_id\":\"" + id + "\"}");
        assertThat(found(ID, session)).isEqualTo(id);
        return session.contains("\"data\":null")
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(found(DATA, session)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    /** The answer, which must be 200: nothing less is an acknowledgement. */
    String command(String name, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http
                .send(HttpRequest.newBuilder(uri("/v1/sessions/" + name)).header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s %s: %s", name, body, answer.body()).isEqualTo(200);
        return answer.body();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
