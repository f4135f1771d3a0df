package sessions.client;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sessions.domain.error.ContentTooLargeException;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.InvalidJsonException;
import sessions.domain.error.KeyReusedException;
import sessions.domain.error.NotSupportedException;
import sessions.domain.error.RateLimitedException;
import sessions.domain.error.ServiceFailedException;
import sessions.domain.error.ServiceUnavailableException;
import sessions.domain.error.SessionClosedException;
import sessions.domain.error.SessionsException;
import sessions.domain.error.StaleVersionException;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.error.UnauthorizedException;
import sessions.domain.error.Violation;
import sessions.wire.session.ErrorJson;

/** Turns error responses of the service, or of gateways in front of it, into the exceptions of the domain. */
final class ErrorMapper {

    private final URI service;

    ErrorMapper(URI service) {
        this.service = service;
    }

    /** Returns the exception for an error response. For statuses that a gateway may send, the status alone decides. */
    SessionsException of(ServiceResponse response) {
        Optional<ErrorJson> error = response.error();
        String message = error.map(ErrorJson::message).orElseGet(() -> "The service at " + service + " returned status "
                + response.status() + " without an error of a Sessions service");
        return switch (response.status()) {
            case 401 -> new UnauthorizedException(ErrorCode.UNAUTHORIZED, message);
            case 403 -> new UnauthorizedException(ErrorCode.FORBIDDEN, message);
            case ServiceResponse.REQUEST_TIMEOUT -> new ServiceUnavailableException(message, null);
            case 412 -> new StaleVersionException(message, error.map(ErrorJson::details).orElse(Map.of()));
            case 413 -> new ContentTooLargeException(message);
            default -> error.isPresent() ? of(error.get(), response) : withoutError(response, message);
        };
    }

    /** Returns the exception for a response that a Sessions service does not send. */
    ServiceFailedException unexpected(String problem) {
        return new ServiceFailedException(ErrorCode.INTERNAL,
                "The service at " + service + " does not seem to be a Sessions service: " + problem);
    }

    private SessionsException of(ErrorJson error, ServiceResponse response) {
        Optional<ErrorCode> known = Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(error.code())).findFirst();
        if (known.isEmpty()) {
            return withoutError(response, failure(error));
        }
        ErrorCode code = known.get();
        return switch (code) {
            case INVALID_DATA -> new InvalidDataException(error.message(), violations(error.details()));
            case INVALID_JSON -> new InvalidJsonException(error.message());
            case TOO_LARGE -> new ContentTooLargeException(error.message());
            case SESSION_CLOSED -> new SessionClosedException();
            case STALE_VERSION -> new StaleVersionException(error.message(), error.details());
            case KEY_REUSED -> new KeyReusedException();
            case RATE_LIMITED -> new RateLimitedException(error.message(), response.retryAfter());
            case UNAUTHORIZED, FORBIDDEN -> new UnauthorizedException(code, error.message());
            case NOT_SUPPORTED -> new NotSupportedException(error.message());
            case STORE_UNAVAILABLE -> new StoreUnavailableException(error.message(), null);
            case SERVICE_UNAVAILABLE -> new ServiceUnavailableException(error.message(), null);
            case NOT_FOUND, METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE, INTERNAL ->
                new ServiceFailedException(code, failure(error));
        };
    }

    private static SessionsException withoutError(ServiceResponse response, String message) {
        return response.isUnavailable() || response.status() == ServiceResponse.TOO_MANY_REQUESTS
                ? new ServiceUnavailableException(message, null)
                : new ServiceFailedException(ErrorCode.INTERNAL, message);
    }

    private String failure(ErrorJson error) {
        return "The service at " + service + " returned status " + error.status() + " (" + error.code() + "): "
                + error.message() + "; correlation id " + error.correlationId();
    }

    private static List<Violation> violations(Map<String, String> details) {
        return details.entrySet().stream().map(detail -> new Violation(detail.getKey(), detail.getValue())).toList();
    }
}
