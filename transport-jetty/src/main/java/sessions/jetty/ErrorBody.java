package sessions.jetty;

import org.eclipse.jetty.http.HttpStatus;
import sessions.transport.ResponseHeaders;
import sessions.wire.session.ErrorJson;

/**
 * The body of an error response: problem details (RFC 9457) for the resource API, the contract's form for other paths.
 */
public record ErrorBody(String mediaType, String text) {

    private static final String PROBLEM = "application/problem+json";
    private static final String RESOURCES = "/v2/";

    public static ErrorBody of(String path, ErrorJson error) {
        return isOfResource(path)
                ? new ErrorBody(PROBLEM, error.toProblem(title(error.status())))
                : new ErrorBody(ResponseHeaders.JSON, error.toJson());
    }

    /** Returns whether a path belongs to the resource API. */
    public static boolean isOfResource(String path) {
        return path.startsWith(RESOURCES);
    }

    /** Returns the reason phrase of RFC 9110; Jetty's differs for some statuses. */
    private static String title(int status) {
        return switch (status) {
            case HttpStatus.PAYLOAD_TOO_LARGE_413 -> "Content Too Large";
            case HttpStatus.UNPROCESSABLE_ENTITY_422 -> "Unprocessable Content";
            case HttpStatus.INTERNAL_SERVER_ERROR_500 -> "Internal Server Error";
            default -> HttpStatus.getMessage(status);
        };
    }
}
