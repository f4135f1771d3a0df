package sessions.benchmarks.program;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running {@code sessions serve}. Closing it stops the process and waits for its end. */
public final class ServedProgram implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern ADDRESS = Pattern.compile("listens on (http://\\S+)");
    private static final Pattern ID = Pattern.compile("\"id\":\"(\\w+)\"");

    private final Process process;
    private final String url;

    private ServedProgram(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Waits until the service prints its address. Stops the process if it prints something else. */
    static ServedProgram of(Process process) throws IOException {
        try {
            String greeting = process.inputReader().readLine();
            return new ServedProgram(process, found(ADDRESS, greeting == null ? "" : greeting));
        } catch (IOException | IllegalStateException unexpected) {
            process.destroy();
            throw unexpected;
        }
    }

    /** Returns the address. */
    public String url() {
        return url;
    }

    /**
     * Returns another port of the service. Ports must be requested in the order in which the service prints them.
     *
     * @param pattern matches the line, with the port as a group
     */
    public int port(Pattern pattern) throws IOException {
        Matcher port = pattern.matcher("");
        while (!port.find()) {
            String line = process.inputReader().readLine();
            if (line == null) {
                throw new IllegalStateException("the service ended without printing " + pattern);
            }
            port.reset(line);
        }
        return Integer.parseInt(port.group(1));
    }

    public void heartbeat() throws IOException {
        call(HttpRequest.newBuilder(URI.create(url + "/heartbeat")).build());
    }

    /** Returns the CPU time of the process. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Opens a session and returns its id. */
    public String openSession() throws IOException {
        return openSession("");
    }

    /**
     * Opens a session and returns its id.
     *
     * @param key the API key of the caller, empty for none
     */
    public String openSession(String key) throws IOException {
        return found(ID, call(HttpRequest.newBuilder(URI.create(url + "/v1/sessions/open_session"))
                .header("Content-Type", "application/json").header("X-API-Key", key)
                .POST(BodyPublishers.ofString("{\"user_id\":\"42\"}"))
                .build()));
    }

    private static String call(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(request + " failed with status " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in: " + text);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        // Uses the handle, because {@code Process.destroy} would close this end of its streams.
        process.toHandle().destroy();
        process.onExit().join();
    }
}
