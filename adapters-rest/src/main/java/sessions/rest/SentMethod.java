package sessions.rest;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Leaves a request the method that it came with. The HTTP library would take another one from a header, unseen by proxies that
 * let only some methods through, and by the log.
 */
final class SentMethod implements HttpConfiguration.Customizer {

    private static final String OVERRIDE = "X-HTTP-Method-Override";

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        if (!request.getHeaders().contains(OVERRIDE)) {
            return request;
        }
        HttpFields without = HttpFields.build(request.getHeaders()).remove(OVERRIDE).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return without;
            }
        };
    }
}
