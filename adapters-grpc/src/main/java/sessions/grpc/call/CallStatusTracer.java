package sessions.grpc.call;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.util.Objects;

/** Knows how a call ended that the library ended, of which those who serve it learn only that it is over. */
public final class CallStatusTracer extends ServerStreamTracer {

    private static final Context.Key<CallStatusTracer> CURRENT = Context.key("sessions.grpc.call.CallStatusTracer");

    private volatile Status status = Status.CANCELLED;

    /** Made for each call before it is served. */
    public static final class Factory extends ServerStreamTracer.Factory {

        @Override
        public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
            return new CallStatusTracer();
        }
    }

    /** That of the call that is served here. */
    static CallStatusTracer current() {
        return Objects.requireNonNull(CURRENT.get());
    }

    @Override
    public Context filterContext(Context context) {
        return context.withValue(CURRENT, this);
    }

    @Override
    public void streamClosed(Status end) {
        status = end;
    }

    /** As given up by its caller until it has ended. */
    Status status() {
        return status;
    }
}
