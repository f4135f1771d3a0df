package sessions.jetty;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import sessions.transport.RequestSources;

/** Rejects requests with a host or an origin that {@link RequestSources} does not allow. */
final class RequestSourceHandler extends Handler.Wrapper {

    private final RequestSources sources;

    RequestSourceHandler(RequestSources sources) {
        this.sources = sources;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String rejection = rejection(request);
        if (rejection == null) {
            return super.handle(request, response, callback);
        }
        request.setAttribute(JettyErrorHandler.MESSAGE, rejection);
        Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
        return true;
    }

    /**
     * Returns the reason for the rejection, or null. No browser sends HTTP/1.0 without a host. Preflight requests change
     * nothing, and CORS grants them only to configured origins.
     */
    private @Nullable String rejection(Request request) {
        String host = request.getHttpURI().getHost();
        if (host != null && !sources.allowsHost(host, Request.getLocalAddr(request))) {
            return RequestSources.HOST_REJECTED;
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        return origin == null || HttpMethod.OPTIONS.is(request.getMethod())
                || sources.allowsOrigin(origin, String.valueOf(request.getHttpURI().getAuthority()))
                        ? null
                        : RequestSources.ORIGIN_REJECTED;
    }
}
