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

/** A response of the service. */
final class ServiceResponse implements AttemptResult {

    static final int NO_CONTENT = 204;
    static final int REQUEST_TIMEOUT = 408;
    static final int TOO_MANY_REQUESTS = 429;

    private static final int MAX_SECONDS = 9;

    private final HttpResponse<byte[]> response;
    private final InstantSource clock;

    /** @param clock the clock that a date in {@code Retry-After} is compared with */
    ServiceResponse(HttpResponse<byte[]> response, InstantSource clock) {
        this.response = response;
        this.clock = clock;
    }

    int status() {
        return response.statusCode();
    }

    /** Returns the body; empty if there is none. */
    byte[] body() {
        return response.body();
    }

    /**
     * Returns the cursor of the next page; null on the last page.
     *
     * @throws sessions.domain.error.InvalidDataException if it is not a valid cursor
     */
    @Nullable
    SessionCursor next() {
        return response.headers().firstValue("Link").map(CursorToken::ofLink).orElse(null);
    }

    /**
     * Returns the body if it has the media type.
     *
     * @throws sessions.domain.error.InvalidDataException if it has another one; a Sessions service does not send that
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

    /** Returns whether the service or a gateway reports that the service is unavailable. */
    boolean isUnavailable() {
        return status() == 502 || status() == 503 || status() == 504;
    }

    /** Returns the error in the body; empty if the body is not an error of a Sessions service. */
    Optional<ErrorJson> error() {
        return ErrorJson.read(body());
    }

    /** Returns whether a Sessions service reports that the session does not exist; false for an unknown route. */
    boolean isMissingSession() {
        return status() == 404 && error().filter(ErrorJson::reportsMissingSession).isPresent();
    }

    @Override
    public boolean isTransient() {
        return isUnavailable() || status() == REQUEST_TIMEOUT
                || (status() == TOO_MANY_REQUESTS && retryAfterHeader().isPresent());
    }

    @Override
    public Duration retryAfter() {
        return retryAfterHeader().map(this::pause).orElse(Duration.ZERO);
    }

    @Override
    public String summary() {
        return "status " + status();
    }

    @Override
    public ServiceResponse response() {
        return this;
    }

    private Optional<String> retryAfterHeader() {
        return response.headers().firstValue("Retry-After");
    }

    /** Parses seconds or an HTTP date (RFC 9110, 10.2.3); any other text means no pause. */
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
