package sessions.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import sessions.domain.error.ErrorCode;
import sessions.transport.CorrelationId;
import sessions.transport.ResponseHeaders;
import sessions.wire.session.ErrorJson;

/** Writes the errors of requests that no API handled: invalid HTTP, headers too large, rejections, unknown paths. */
final class JettyErrorHandler extends ErrorHandler {

    /** The request attribute with the message of a rejection. */
    static final String MESSAGE = JettyErrorHandler.class.getName() + ".message";

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        CorrelationId correlationId = CorrelationId.random();
        request.setAttribute(CorrelationId.NAME, correlationId.text());
        int status = response.getStatus();
        ErrorBody body = ErrorBody.of(path(request), error(request, status, correlationId));
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, body.mediaType());
        headers.put(CorrelationId.HEADER, correlationId.headerValue());
        headers.put(HttpHeader.CACHE_CONTROL, ResponseHeaders.NOT_CACHED);
        if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
            headers.put(HttpHeader.RETRY_AFTER, ResponseHeaders.RETRY_AFTER_SECONDS);
        }
        if (status != HttpStatus.NOT_FOUND_404) {
            // The server closes the connection; a client that does not know would lose its next request.
            headers.put(HttpHeader.CONNECTION, "close");
        }
        response.write(true, ByteBuffer.wrap(body.text().getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    /** Returns the request's path; empty if the server could not read it. */
    private static String path(Request request) {
        return Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    }

    private static ErrorJson error(Request request, int status, CorrelationId correlationId) {
        ErrorCode code = code(status);
        String message = request.getAttribute(MESSAGE) instanceof String rejection ? rejection : message(status, code);
        return ErrorJson.of(code, message, Map.of(), correlationId.text()).withStatus(status);
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case HttpStatus.SERVICE_UNAVAILABLE_503 -> ErrorCode.SERVICE_UNAVAILABLE;
            case HttpStatus.URI_TOO_LONG_414, HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> ErrorCode.TOO_LARGE;
            case HttpStatus.NOT_FOUND_404 -> ErrorCode.NOT_FOUND;
            case HttpStatus.FORBIDDEN_403 -> ErrorCode.FORBIDDEN;
            case HttpStatus.METHOD_NOT_ALLOWED_405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 -> ErrorCode.INVALID_DATA;
            default -> HttpStatus.isServerError(status) ? ErrorCode.INTERNAL : ErrorCode.INVALID_DATA;
        };
    }

    private static String message(int status, ErrorCode code) {
        if (status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505) {
            return "The HTTP version is not supported; use HTTP/1.1 or HTTP/2";
        }
        return switch (code) {
            case SERVICE_UNAVAILABLE -> "The service is stopping";
            case TOO_LARGE -> "The URL or the headers are too large";
            case NOT_FOUND -> "There is no such route";
            case INTERNAL -> "The service failed";
            default -> "The request is not valid HTTP, or its path is not percent-encoded UTF-8";
        };
    }
}
