package sessions.jetty;

import java.util.Objects;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import sessions.transport.AccessLog;
import sessions.transport.CorrelationId;
import sessions.transport.RequestAttributes;

/** Writes each request to the access log, including requests that the server rejects before routing. */
final class JettyAccessLog implements RequestLog {

    @Override
    public void log(Request request, Response response) {
        if (!AccessLog.isEnabled()) {
            return;
        }
        int status = request.getAttribute(RequestAttributes.STATUS) instanceof Integer reported
                ? reported
                : response.getStatus();
        AccessLog.log(new AccessLog.Entry(request.getMethod(), text(request, RequestAttributes.ROUTE), status,
                request.getBeginNanoTime(), text(request, RequestAttributes.CALLER), Request.getRemoteAddr(request),
                text(request, CorrelationId.NAME), text(request, RequestAttributes.TRACE_ID)));
    }

    private static String text(Request request, String attribute) {
        return Objects.toString(request.getAttribute(attribute), "");
    }
}
