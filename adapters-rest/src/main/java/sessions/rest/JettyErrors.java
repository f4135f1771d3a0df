package sessions.rest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import sessions.domain.error.ErrorCode;
import sessions.transport.CorrelationId;
import sessions.wire.session.ErrorJson;

/** Answers requests that the HTTP server refuses by itself, before any route: not valid HTTP, or headers too large. */
final class JettyErrors extends ErrorHandler {

    private static final int URI_TOO_LONG = 414;
    private static final int HEADERS_TOO_LARGE = 431;
    private static final int SERVER_ERROR = 500;
    private static final int STOPPING = 503;

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        CorrelationId correlationId = CorrelationId.random();
        request.setAttribute(CorrelationId.NAME, correlationId.text());
        ErrorJson error = request.getAttribute(Crowd.REFUSED) == null
                ? error(response.getStatus(), correlationId)
                : error(ErrorCode.SERVICE_UNAVAILABLE, "The service has too many requests at once",
                        response.getStatus(), correlationId);
        HttpFields.Mutable headers = response.getHeaders();
        boolean problem = Problems.areSpokenAt(path(request));
        headers.put(HttpHeader.CONTENT_TYPE, problem ? Problems.MEDIA_TYPE : Answers.JSON);
        headers.put(CorrelationId.HEADER, correlationId.headerValue());
        headers.put(HttpHeader.CACHE_CONTROL, Answers.NOT_CACHED);
        if (response.getStatus() == STOPPING) {
            headers.put(HttpHeader.RETRY_AFTER, Answers.RETRY_AFTER_SECONDS);
        }
        // The server ends the connection; a client that is not told would send its next request into the void.
        headers.put(HttpHeader.CONNECTION, "close");
        response.write(true,
                ByteBuffer.wrap((problem ? Problems.of(error) : error.toJson()).getBytes(StandardCharsets.UTF_8)),
                callback);
        return true;
    }

    /** Empty where it could not be read. */
    private static String path(Request request) {
        return Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    }

    private static ErrorJson error(int status, CorrelationId correlationId) {
        if (status == STOPPING) {
            return error(ErrorCode.SERVICE_UNAVAILABLE, "The service is stopping", status, correlationId);
        }
        if (status >= SERVER_ERROR) {
            return error(ErrorCode.INTERNAL, "The service failed", status, correlationId);
        }
        if (status == URI_TOO_LONG || status == HEADERS_TOO_LARGE) {
            return error(ErrorCode.TOO_LARGE, "The address or the headers are too large", status, correlationId);
        }
        return error(ErrorCode.INVALID_DATA, "The request is not valid HTTP, or its path not UTF-8 in percent-encoding",
                status, correlationId);
    }

    private static ErrorJson error(ErrorCode code, String message, int status, CorrelationId correlationId) {
        return ErrorJson.of(code, message, Map.of(), correlationId.text()).withStatus(status);
    }
}
