package sessions.jetty;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Tracks the requests in flight. After its shutdown it rejects new requests, and every response carries
 * {@code Connection: close}, so that no client sends another request on a connection that is about to close. Jetty's
 * own graceful stop also closes connections whose responses did not carry the header.
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
