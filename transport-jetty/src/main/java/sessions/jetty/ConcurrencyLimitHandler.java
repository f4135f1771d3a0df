package sessions.jetty;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import sessions.transport.ConcurrencyLimiter;
import sessions.transport.RequestLimits;

/** Applies a {@link ConcurrencyLimiter} to requests; health checks are exempt. */
final class ConcurrencyLimitHandler extends Handler.Wrapper {

    private final ConcurrencyLimiter limiter;

    ConcurrencyLimitHandler(RequestLimits limits) {
        limiter = new ConcurrencyLimiter(limits);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (isExempt(Request.getPathInContext(request))) {
            return super.handle(request, response, callback);
        }
        if (!limiter.acquire()) {
            request.setAttribute(JettyErrorHandler.MESSAGE, ConcurrencyLimiter.REJECTION);
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
            return true;
        }
        Request.addCompletionListener(request, _ -> limiter.release());
        return super.handle(request, response, callback);
    }

    private static boolean isExempt(String path) {
        return path.equals("/heartbeat") || path.startsWith("/health/");
    }

    /** Blocking, because a request may wait here for a permit. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.BLOCKING;
    }
}
