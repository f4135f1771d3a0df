package sessions.grpc;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.util.Objects;

/** Knows how a call ended that the library ended, of which those who serve it learn only that it is over. */
final class Ending extends ServerStreamTracer {

    private static final Context.Key<Ending> CURRENT = Context.key("sessions.grpc.Ending");

    private volatile Status status = Status.CANCELLED;

    /** Made for each call before it is served. */
    static final class Factory extends ServerStreamTracer.Factory {

        @Override
        public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
            return new Ending();
        }
    }

    /** That of the call that is served here. */
    static Ending current() {
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
