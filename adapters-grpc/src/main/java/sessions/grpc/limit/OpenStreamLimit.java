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
 * Limits the number of streams that callers keep open, and closes them when the service stops. Unary calls are not
 * affected. It requires calls that may be closed at any time and more than once, such as those of
 * {@link InFlightCalls}.
 */
public final class OpenStreamLimit implements ServerInterceptor {

    private static final Status STOPPING = Status.UNAVAILABLE.withDescription("The service is stopping");

    private final Set<ServerCall<?, ?>> open = ConcurrentHashMap.newKeySet();
    private final Semaphore permits;
    private volatile boolean stopping;

    public OpenStreamLimit(int limit) {
        permits = new Semaphore(limit);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        if (call.getMethodDescriptor().getType() == MethodType.UNARY) {
            return next.startCall(call, headers);
        }
        if (!permits.tryAcquire()) {
            call.close(Status.UNAVAILABLE.withDescription("Too many open streams of this kind"),
                    new Metadata());
            return new ServerCall.Listener<>() {
            };
        }
        open.add(call);
        if (stopping) {
            call.close(STOPPING, new Metadata());
        }
        try {
            return new ReleasingListener<>(next.startCall(call, headers), call);
        } catch (RuntimeException | Error failed) {
            release(call);
            throw failed;
        }
    }

    /** Closes all open streams and every later stream. */
    public void endStreams() {
        stopping = true;
        open.forEach(call -> call.close(STOPPING, new Metadata()));
    }

    private void release(ServerCall<?, ?> call) {
        open.remove(call);
        permits.release();
    }

    /** Releases the permit when the call ends: every call ends with one of the two events. */
    private final class ReleasingListener<Q> extends SimpleForwardingServerCallListener<Q> {

        private final ServerCall<?, ?> call;

        ReleasingListener(ServerCall.Listener<Q> listener, ServerCall<?, ?> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onComplete() {
            release(call);
            super.onComplete();
        }

        @Override
        public void onCancel() {
            release(call);
            super.onCancel();
        }
    }
}
