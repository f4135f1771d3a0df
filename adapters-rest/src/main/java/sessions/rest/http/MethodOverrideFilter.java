package sessions.rest.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Removes the header {@code X-HTTP-Method-Override}. Javalin would obey it: a request could then bypass proxies that
 * allow only certain methods, and the access log would show the wrong method.
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
