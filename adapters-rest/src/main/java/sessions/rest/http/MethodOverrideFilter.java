package sessions.rest.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Removes the header that overrides a request's method. Javalin would obey it, and so bypass proxies that allow certain methods
 * only, and the access log.
 */
public final class MethodOverrideFilter extends Handler.Wrapper {

    private static final String OVERRIDE = "X-HTTP-Method-Override";

    public MethodOverrideFilter(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request.getHeaders().contains(OVERRIDE) ? withoutOverride(request) : request, response,
                callback);
    }

    private static Request withoutOverride(Request request) {
        HttpFields headers = HttpFields.build(request.getHeaders()).remove(OVERRIDE).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }
}
