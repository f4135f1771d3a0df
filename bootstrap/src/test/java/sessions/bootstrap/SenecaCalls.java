package sessions.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Opens sessions of the user {@code 1} with Seneca messages and returns the replies. */
final class SenecaCalls {

    private static final String OPEN = "{\"role\":\"sessions\",\"version\":1,\"cmd\":\"open_session\",\"user_id\":\"1\"}";

    private SenecaCalls() {
    }

    /** @param headers alternating names and values */
    static String openOverHttp(String address, String... headers) throws IOException, InterruptedException {
        String[] all = Stream.concat(Stream.of("Content-Type", "application/json", "seneca-id", "m/t"),
                Stream.of(headers)).toArray(String[]::new);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).headers(all)
                    .POST(HttpRequest.BodyPublishers.ofString(OPEN)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    static String openOverTcp(String address) throws IOException {
        String line = "{\"id\":\"m/t\",\"kind\":\"act\",\"origin\":\"peer\",\"act\":" + OPEN + ",\"sync\":true}\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(address).getPort())) {
            socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            return String.valueOf(new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine());
        }
    }
}
