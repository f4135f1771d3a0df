package sessions.grpc.limit;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import sessions.grpc.call.InFlightCalls;

/**
 * Streams that callers keep open: so many at a time, and no longer than the service runs. Calls with one reply pass. Needs
 * calls that may be closed at any time, also twice, as those of {@link InFlightCalls}.
 */
public final class OpenStreamLimit implements ServerInterceptor {

    private static final Status STOPPING = Status.UNAVAILABLE.withDescription("The service is stopping");

    private final Set<ServerCall<?, ?>> open = ConcurrentHashMap.newKeySet();
    private final Semaphore room;
    private volatile boolean over;

    public OpenStreamLimit(int most) {
        room = new Semaphore(most);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        if (call.getMethodDescriptor().getType() == MethodType.UNARY) {
            return next.startCall(call, headers);
        }
        if (!room.tryAcquire()) {
            call.close(Status.UNAVAILABLE.withDescription("The service has too many streams like this"),
                    new Metadata());
            return new ServerCall.Listener<>() {
            };
        }
        open.add(call);
        if (over) {
            call.close(STOPPING, new Metadata());
        }
        try {
            return new Leaving<>(next.startCall(call, headers), call);
        } catch (RuntimeException | Error failed) {
            leave(call);
            throw failed;
        }
    }

    /** Ends those that there are, and any that still comes. */
    public void end() {
        over = true;
        open.forEach(call -> call.close(STOPPING, new Metadata()));
    }

    private void leave(ServerCall<?, ?> call) {
        open.remove(call);
        room.release();
    }

    /** Every call ends in one of the two ways. */
    private final class Leaving<Q> extends SimpleForwardingServerCallListener<Q> {

        private final ServerCall<?, ?> call;

        Leaving(ServerCall.Listener<Q> listener, ServerCall<?, ?> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onComplete() {
            leave(call);
            super.onComplete();
        }

        @Override
        public void onCancel() {
            leave(call);
            super.onCancel();
        }
    }
}
