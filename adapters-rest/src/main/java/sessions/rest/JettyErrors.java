package sessions.rest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import sessions.domain.ErrorCode;
import sessions.wire.ErrorJson;

/** Answers requests that the HTTP server refuses by itself, before any route: not valid HTTP, or headers too large. */
final class JettyErrors extends ErrorHandler {

    private static final int SERVER_ERROR = 500;

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        ErrorCode code = status >= SERVER_ERROR ? ErrorCode.INTERNAL : ErrorCode.INVALID_DATA;
        String message = status >= SERVER_ERROR ? "The service failed" : "The request is not valid HTTP";
        ErrorJson error = ErrorJson.of(code, message, Map.of(), "").withStatus(status);
        response.getHeaders().put(new HttpField(HttpHeader.CONTENT_TYPE, Answers.JSON));
        response.write(true, ByteBuffer.wrap(error.toJson().getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
