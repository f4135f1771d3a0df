package sessions.seneca;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Authenticator;
import sessions.domain.error.ErrorCode;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.seneca.http.HttpDialect;
import sessions.seneca.http.SenecaHttpMessage;
import sessions.seneca.message.FailureReply;
import sessions.seneca.message.SenecaError;
import sessions.seneca.message.SenecaExchange;
import sessions.seneca.message.SenecaReply;
import sessions.seneca.message.SenecaService;
import sessions.transport.BodyReader;
import sessions.transport.CorrelationId;
import sessions.transport.KeyHeaders;
import sessions.transport.RequestAttributes;
import sessions.transport.ResponseHeaders;
import sessions.wire.session.ErrorJson;

/**
 * Serves Seneca messages over HTTP ({@code POST /act}), in both dialects. It passes on requests for other paths, and
 * sets {@link RequestAttributes} for the access log.
 */
public final class SenecaHandler extends Handler.Wrapper {

    /** The path of messages. */
    public static final String PATH = "/act";

    private static final String ORIGIN = "seneca-origin";
    private final SenecaService service;
    private final BodyReader limit;

    /**
     * @param authenticator authenticates each request before its body is read
     * @param telemetry receives each request
     * @param maxBodyBytes the largest body that is accepted
     */
    public SenecaHandler(DrivingPorts ports, Authenticator authenticator, Telemetry telemetry, int maxBodyBytes) {
        service = SenecaService.of(ports, authenticator, telemetry);
        limit = new BodyReader(maxBodyBytes);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!PATH.equals(Request.getPathInContext(request))) {
            return super.handle(request, response, callback);
        }
        setAttribute(request, RequestAttributes.ROUTE, PATH);
        if (HttpMethod.POST.is(request.getMethod())) {
            act(request, response, callback);
        } else {
            rejectMethod(request, response, callback);
        }
        return true;
    }

    private void act(Request request, Response response, Callback callback) {
        SenecaHttpMessage message = new SenecaHttpMessage(request, limit);
        SenecaExchange exchange = new SenecaExchange(service, message);
        SenecaReply reply = exchange.run();
        setAttribute(request, CorrelationId.NAME, exchange.correlationId());
        setAttribute(request, RequestAttributes.CALLER, exchange.caller());
        setAttribute(request, RequestAttributes.TRACE_ID, exchange.traceId());
        setAttribute(request, RequestAttributes.STATUS, reply.status());
        copy(SenecaHttpMessage.ID, request, response);
        copy(ORIGIN, request, response);
        HttpDialect dialect = message.dialect();
        if (reply instanceof FailureReply(ErrorJson error) && error.code().equals(ErrorCode.UNAUTHORIZED.name())) {
            response.getHeaders().put(KeyHeaders.AUTHENTICATE, KeyHeaders.challenge(message.key()));
        }
        write(request, response, dialect.status(reply), dialect.body(reply), exchange.correlationId(), callback);
    }

    private static void rejectMethod(Request request, Response response, Callback callback) {
        String correlationId = CorrelationId.of(request.getHeaders().get(CorrelationId.HEADER)).text();
        setAttribute(request, CorrelationId.NAME, correlationId);
        ErrorJson error = ErrorJson.of(ErrorCode.METHOD_NOT_ALLOWED,
                "The method is not allowed here; allowed: " + HttpMethod.POST, Map.of(), correlationId);
        response.getHeaders().put(HttpHeader.ALLOW, HttpMethod.POST.asString());
        write(request, response, error.status(), SenecaError.of(error).toJson(), correlationId, callback);
    }

    private static void write(Request request, Response response, int status, String body, String correlationId,
            Callback callback) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpFields.Mutable headers = response.getHeaders();
        if (!request.consumeAvailable()) {
            // Without the rest of the body, the server closes the connection. A client must know before its next request.
            headers.put(HttpHeader.CONNECTION, "close");
        }
        headers.put(HttpHeader.CONTENT_TYPE, ResponseHeaders.JSON);
        headers.put(HttpHeader.CONTENT_LENGTH, bytes.length);
        headers.put(HttpHeader.CACHE_CONTROL, ResponseHeaders.NOT_CACHED);
        headers.put(CorrelationId.HEADER, new CorrelationId(correlationId).headerValue());
        response.setStatus(status);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }

    private static void copy(String header, Request request, Response response) {
        String value = request.getHeaders().get(header);
        if (value != null) {
            response.getHeaders().put(header, value);
        }
    }

    private static void setAttribute(Request request, String name, @Nullable Object value) {
        if (value != null) {
            request.setAttribute(name, value);
        }
    }
}
