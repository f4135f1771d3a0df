package sessions.grpc.call;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.util.Objects;

/** Records the status of a call that the gRPC library ended; the call's listener learns only that the call is over. */
public final class CallStatusTracer extends ServerStreamTracer {

    private static final Context.Key<CallStatusTracer> CURRENT = Context.key("sessions.grpc.call.CallStatusTracer");

    private volatile Status status = Status.CANCELLED;

    /** Creates a tracer for each call. */
    public static final class Factory extends ServerStreamTracer.Factory {

        @Override
        public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
            return new CallStatusTracer();
        }
    }

    /** Returns the tracer of the current call. */
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

    /** Returns the status that the call ended with; {@link Status#CANCELLED} until it has ended. */
    Status status() {
        return status;
    }
}
