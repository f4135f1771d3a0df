package sessions.rest;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;

/** Lets so many requests in at a time, has as many wait, and refuses the rest. Those who ask how the service is are let in. */
final class Crowd extends QoSHandler {

    /** Tells {@link JettyErrors} why. */
    static final String REFUSED = Crowd.class.getName();

    Crowd(HttpLimits limits) {
        setMaxRequestCount(limits.maxConcurrent());
        setMaxSuspendedRequestCount(limits.maxConcurrent());
        setMaxSuspend(limits.longestWait());
        excludePath("/health/*", "/heartbeat");
    }

    @Override
    protected void reject(Request request, Response response, Callback callback, int status) {
        request.setAttribute(REFUSED, true);
        super.reject(request, response, callback, status);
    }

    @Override
    protected void failSuspended(Request request, Response response, Callback callback, int status,
            Throwable failure) {
        request.setAttribute(REFUSED, true);
        super.failSuspended(request, response, callback, status, failure);
    }
}
