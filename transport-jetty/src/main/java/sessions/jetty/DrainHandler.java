package sessions.jetty;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Tracks the requests in flight. After its shutdown it rejects new ones, and every response closes its connection and says so,
 * so that no client loses its next request. Jetty's own graceful stop would also close connections whose responses did not say so.
 */
final class DrainHandler extends GracefulHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new ClosingResponse(request, response), callback);
    }

    private final class ClosingResponse extends Response.Wrapper {

        ClosingResponse(Request request, Response wrapped) {
            super(request, wrapped);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (isShutdown() && !isCommitted()) {
                getHeaders().put(HttpHeader.CONNECTION, "close");
            }
            super.write(last, content, callback);
        }
    }
}
