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
import sessions.transport.BodyReader;
import sessions.transport.CorrelationId;
import sessions.transport.KeyHeaders;
import sessions.transport.RequestAttributes;
import sessions.wire.session.ErrorJson;

/**
 * Serves messages of Seneca over HTTP, {@code POST /act}, in both dialects. Requests of other paths it passes on. What it knows of
 * a request it leaves under {@link RequestAttributes}.
 */
public final class SenecaHandler extends Handler.Wrapper {

    /** Where messages are sent to. */
    public static final String PATH = "/act";

    private static final String ORIGIN = "seneca-origin";
    private static final String JSON = "application/json";

    /** As the contract's answers say it: no cache may keep anything. */
    private static final String NOT_CACHED = "no-cache, no-store, must-revalidate";

    private final Service service;
    private final BodyReader limit;

    /**
     * @param admission asked who calls before the body of a request is read
     * @param telemetry is told of each request
     * @param maxBodyBytes the largest body that is taken
     */
    public SenecaHandler(DrivingPorts ports, Authenticator admission, Telemetry telemetry, int maxBodyBytes) {
        service = Service.of(ports, admission, telemetry);
        limit = new BodyReader(maxBodyBytes);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!PATH.equals(Request.getPathInContext(request))) {
            return super.handle(request, response, callback);
        }
        note(request, RequestAttributes.ROUTE, PATH);
        if (HttpMethod.POST.is(request.getMethod())) {
            act(request, response, callback);
        } else {
            refuseMethod(request, response, callback);
        }
        return true;
    }

    private void act(Request request, Response response, Callback callback) {
        HttpMessage message = new HttpMessage(request, limit);
        Exchange exchange = new Exchange(service, message);
        Reply reply = exchange.run();
        note(request, CorrelationId.NAME, exchange.correlationId());
        note(request, RequestAttributes.CALLER, exchange.caller());
        note(request, RequestAttributes.TRACE_ID, exchange.traceId());
        note(request, RequestAttributes.STATUS, reply.status());
        copy(HttpMessage.ID, request, response);
        copy(ORIGIN, request, response);
        HttpDialect dialect = message.dialect();
        if (reply instanceof Refusal(ErrorJson error) && error.code().equals(ErrorCode.UNAUTHORIZED.name())) {
            response.getHeaders().put(KeyHeaders.AUTHENTICATE, KeyHeaders.challenge(message.key()));
        }
        write(response, dialect.status(reply), dialect.body(reply), exchange.correlationId(), callback);
    }

    private static void refuseMethod(Request request, Response response, Callback callback) {
        String correlationId = CorrelationId.of(request.getHeaders().get(CorrelationId.HEADER)).text();
        note(request, CorrelationId.NAME, correlationId);
        ErrorJson error = ErrorJson.of(ErrorCode.METHOD_NOT_ALLOWED,
                "The method is not allowed here; allowed: " + HttpMethod.POST, Map.of(), correlationId);
        response.getHeaders().put(HttpHeader.ALLOW, HttpMethod.POST.asString());
        write(response, error.status(), SenecaError.of(error).toJson(), correlationId, callback);
    }

    private static void write(Response response, int status, String body, String correlationId, Callback callback) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, JSON);
        headers.put(HttpHeader.CONTENT_LENGTH, bytes.length);
        headers.put(HttpHeader.CACHE_CONTROL, NOT_CACHED);
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

    private static void note(Request request, String name, @Nullable Object value) {
        if (value != null) {
            request.setAttribute(name, value);
        }
    }
}
