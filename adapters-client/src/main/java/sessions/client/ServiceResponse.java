package sessions.client;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.SessionCursor;
import sessions.wire.resource.CursorToken;
import sessions.wire.session.ErrorJson;

/** What came back. */
final class ServiceResponse implements AttemptResult {

    static final int NO_CONTENT = 204;
    static final int REQUEST_TIMEOUT = 408;
    static final int TOO_MANY_REQUESTS = 429;

    private static final int MAX_SECONDS = 9;

    private final HttpResponse<byte[]> response;
    private final InstantSource clock;

    /** @param clock what a date in {@code Retry-After} is compared with */
    ServiceResponse(HttpResponse<byte[]> response, InstantSource clock) {
        this.response = response;
        this.clock = clock;
    }

    int status() {
        return response.statusCode();
    }

    /** Empty for none. */
    byte[] body() {
        return response.body();
    }

    /**
     * Where the part of a list that follows begins, or null where this is the last.
     *
     * @throws sessions.domain.error.InvalidDataException where that is none of our cursors
     */
    @Nullable
    SessionCursor next() {
        return response.headers().firstValue("Link").map(CursorToken::ofLink).orElse(null);
    }

    /**
     * The body, where it is of a media type.
     *
     * @throws sessions.domain.error.InvalidDataException where it is another, so that it comes from no service of ours
     */
    byte[] body(String mediaType) {
        if (!isOf(mediaType, response.headers())) {
            throw InvalidDataException.of("body", "must be " + mediaType);
        }
        return body();
    }

    static boolean isOf(String mediaType, HttpHeaders headers) {
        return headers.firstValue("Content-Type").map(type -> type.split(";", 2)[0].strip())
                .filter(mediaType::equalsIgnoreCase).isPresent();
    }

    boolean isSuccess() {
        return status() == 200 || status() == 201;
    }

    /** Whether a gateway says so, or the service itself, that it cannot be reached now. */
    boolean isUnavailable() {
        return status() == 502 || status() == 503 || status() == 504;
    }

    /** The error of a service of ours, empty where the body is another. */
    Optional<ErrorJson> error() {
        return ErrorJson.read(body());
    }

    /** Whether a service of ours says that the session does not exist; of an unknown route it does not say so. */
    boolean isMissingSession() {
        return status() == 404 && error().filter(ErrorJson::reportsMissingSession).isPresent();
    }

    @Override
    public boolean isTransient() {
        return isUnavailable() || status() == REQUEST_TIMEOUT || (status() == TOO_MANY_REQUESTS && asked().isPresent());
    }

    @Override
    public Duration retryAfter() {
        return asked().map(this::pause).orElse(Duration.ZERO);
    }

    @Override
    public String summary() {
        return "status " + status();
    }

    @Override
    public ServiceResponse response() {
        return this;
    }

    private Optional<String> asked() {
        return response.headers().firstValue("Retry-After");
    }

    /** Seconds, or a date of HTTP (RFC 9110, 10.2.3); what is neither asks for nothing. */
    private Duration pause(String retryAfter) {
        if (retryAfter.matches("\\d{1," + MAX_SECONDS + "}")) {
            return Duration.ofSeconds(Long.parseLong(retryAfter));
        }
        try {
            Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(retryAfter));
            Duration pause = Duration.between(clock.instant(), then);
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (DateTimeException malformed) {
            return Duration.ZERO;
        }
    }
}
