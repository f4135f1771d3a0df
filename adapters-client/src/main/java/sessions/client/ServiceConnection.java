package sessions.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.InvalidJsonException;
import sessions.domain.error.SessionsException;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.telemetry.TraceContext;
import sessions.wire.json.JsonDocument;
import sessions.wire.resource.ResourceResponse;

/** Sends requests to one service and turns its errors into the exceptions of the domain. Thread-safe. */
final class ServiceConnection implements AutoCloseable {

    private final ClientSettings settings;
    private final HttpClient http;
    private final RetryPause timer;
    private final Retries retries;
    private final ErrorMapper errors;
    private final InstantSource clock;
    private volatile boolean closed;

    ServiceConnection(ClientSettings settings, RetryPause timer, InstantSource clock) {
        this.settings = settings;
        this.http = http(settings);
        this.timer = timer;
        this.retries = new Retries(settings.baseUri(), settings.retries(), timer);
        this.errors = new ErrorMapper(settings.baseUri());
        this.clock = clock;
    }

    private static HttpClient http(ClientSettings settings) {
        HttpClient.Builder http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout());
        if (settings.authorities() != null) {
            http.sslContext(TrustedAuthorities.context(TrustedAuthorities.parse(settings.authorities())));
        }
        return http.build();
    }

    /**
     * Returns the result; empty if the service returns none (204).
     *
     * @param reader reads the result from the body of the response
     * @throws SessionsException if the service rejects the request, fails, or cannot be reached
     * @throws IllegalStateException if this connection is closed
     */
    <T> Optional<T> fetchOptional(ServiceRequest request, Function<byte[], T> reader) {
        ServiceResponse response = send(request);
        return response.status() == ServiceResponse.NO_CONTENT
                ? Optional.empty()
                : Optional.of(content(response, reader));
    }

    /** Sends a command about one session. Returns empty without a request if the id is not valid. */
    Optional<SessionV1> fetchSession(String sessionId, Function<String, ServiceRequest> command) {
        return SessionId.parse(sessionId)
                .flatMap(id -> fetchOptional(command.apply(id.value()), ResourceResponse::session));
    }

    /** Like {@link #fetchOptional}, but empty if the service returns that the session does not exist (404). */
    <T> Optional<T> fetchOptionalResource(ServiceRequest request, Function<byte[], T> reader) {
        ServiceResponse response = send(request);
        return response.isMissingSession() ? Optional.empty() : Optional.of(content(response, reader));
    }

    /** Like {@link #fetchOptional}, for a request that always has a result. */
    <T> T fetch(ServiceRequest request, Function<byte[], T> reader) {
        return content(send(request), reader);
    }

    /** Like {@link #fetch}, for a result that is not only in the body. */
    <T> T fetchResponse(ServiceRequest request, Function<ServiceResponse, T> reader) {
        return read(send(request), reader);
    }

    /** Like {@link #fetch}, for a request whose result may have the status 503. */
    <T> T inspect(ServiceRequest request, Function<byte[], T> reader) {
        ServiceResponse response = send(request);
        return response.isUnavailable() && response.error().isEmpty()
                ? unavailable(response, reader)
                : content(response, reader);
    }

    /** Reads the result of an unavailable service. A body that cannot be read comes from a gateway in front of it. */
    private <T> T unavailable(ServiceResponse response, Function<byte[], T> reader) {
        try {
            return reader.apply(response.body());
        } catch (InvalidDataException | InvalidJsonException other) {
            throw errors.of(response);
        }
    }

    /**
     * Streams the response to an output. Not repeated, because part of the response may already be written. The time
     * limit is {@link ClientSettings#MAX_TIMEOUT}, because the duration depends on the amount of data.
     *
     * @throws IOException if writing to the output fails
     * @throws SessionsException if the service rejects the request or fails, even partway
     */
    void download(ServiceRequest request, OutputStream out) throws IOException {
        BackupDownload download = new BackupDownload(out);
        AttemptResult outcome = outcome(attempt(request), download,
                new Deadline(ClientSettings.MAX_TIMEOUT, timer));
        download.throwIfWriteFailed();
        byte[] unused = read(outcome.response(), response -> response.body(BackupDownload.MEDIA_TYPE));
    }

    /** Like {@link #fetchOptional}, for a request that never has a result. */
    void execute(ServiceRequest request) {
        if (fetchOptional(request, body -> body).isPresent()) {
            throw errors.unexpected("a response with content");
        }
    }

    private <T> T content(ServiceResponse response, Function<byte[], T> reader) {
        return read(response, success -> reader.apply(success.body()));
    }

    private <T> T read(ServiceResponse response, Function<ServiceResponse, T> reader) {
        if (response.status() == ServiceResponse.NO_CONTENT) {
            throw errors.unexpected("a response without content");
        }
        if (!response.isSuccess()) {
            throw errors.of(response);
        }
        try {
            return reader.apply(response);
        } catch (InvalidDataException | InvalidJsonException unreadable) {
            throw errors.unexpected("status " + response.status() + ", but " + unreadable.getMessage());
        }
    }

    private ServiceResponse send(ServiceRequest request) {
        HttpRequest attempt = attempt(request);
        Deadline deadline = new Deadline(settings.requestTimeout(), timer);
        return retries.send(request.repeatable(), deadline,
                () -> outcome(attempt, BodyHandlers.ofByteArray(), deadline));
    }

    private HttpRequest attempt(ServiceRequest request) {
        HttpRequest.Builder attempt = HttpRequest.newBuilder(request.at(settings.baseUri()));
        request.headers().forEach(attempt::header);
        attempt.header("Accept", "application/json, application/jsonl, application/problem+json");
        if (settings.apiKey() != null) {
            attempt.header("Authorization", "Bearer " + settings.apiKey());
        }
        TraceContext.CURRENT.get().ifPresent(trace -> addTrace(attempt, trace));
        String body = request.body();
        return attempt.method(request.method(), body.isEmpty()
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(JsonDocument.body(body))).build();
    }

    private static void addTrace(HttpRequest.Builder attempt, TraceContext trace) {
        attempt.header("traceparent", trace.parent());
        if (!trace.state().isEmpty()) {
            attempt.header("tracestate", trace.state());
        }
    }

    /**
     * Enforces the deadline itself, because the JDK's request timeout covers only the time until the response headers.
     */
    private AttemptResult outcome(HttpRequest attempt, BodyHandler<byte[]> handler, Deadline deadline) {
        requireOpen();
        CompletableFuture<HttpResponse<byte[]>> response = http.sendAsync(attempt, handler);
        try {
            return new ServiceResponse(response.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS), clock);
        } catch (TimeoutException tooLong) {
            response.cancel(true);
            return noResponse(NetworkErrors.noAnswer("timed out after " + NetworkErrors.duration(deadline.limit())),
                    null,
                    false);
        } catch (ExecutionException failed) {
            requireOpen();
            Throwable fault = failed.getCause();
            return noResponse(NetworkErrors.problem(fault, settings.connectTimeout()), fault,
                    fault instanceof IOException && TlsErrors.problem(fault).isEmpty());
        } catch (InterruptedException interrupted) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            return noResponse(NetworkErrors.noAnswer("interrupted while waiting"), interrupted, false);
        }
    }

    private NoResponse noResponse(String summary, @Nullable Throwable cause, boolean isTransient) {
        return new NoResponse(settings.baseUri().toString(), summary, cause, isTransient);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The client is closed");
        }
    }

    /** Waits for the requests in flight. Requests that wait for a retry, and all later ones, fail. */
    @Override
    public void close() {
        closed = true;
        http.close();
    }
}
