package sessions.grpc.call;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tracks the calls in flight and aborts them when the drain time is over. */
public final class InFlightCalls implements ServerInterceptor {

    private static final Status STOPPED = Status.UNAVAILABLE
            .withDescription("The service stopped before the call finished; it may have taken effect");

    private final Set<Call<?, ?>> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean aborted;

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        Call<Q, A> tracked = new Call<>(call);
        calls.add(tracked);
        if (aborted) {
            tracked.close(STOPPED, new Metadata());
        }
        try {
            return new RemovingListener<>(next.startCall(tracked, headers), tracked);
        } catch (RuntimeException | Error failed) {
            calls.remove(tracked);
            throw failed;
        }
    }

    /** Closes all calls in flight and every later call with the status {@code UNAVAILABLE}. */
    public void abort() {
        aborted = true;
        calls.forEach(call -> call.close(STOPPED, new Metadata()));
    }

    /** A call that can be closed only once. Replies after that are discarded, because the connection may be gone. */
    private static final class Call<Q, A> extends SimpleForwardingServerCall<Q, A> {

        private boolean closed;

        Call(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public synchronized void sendHeaders(Metadata headers) {
            if (!closed) {
                super.sendHeaders(headers);
            }
        }

        @Override
        public synchronized void sendMessage(A message) {
            if (!closed) {
                super.sendMessage(message);
            }
        }

        @Override
        public synchronized void close(Status status, Metadata trailers) {
            if (!closed) {
                closed = true;
                super.close(status, trailers);
            }
        }
    }

    /** Removes the call when it ends: every call ends with one of the two events. */
    private final class RemovingListener<Q> extends SimpleForwardingServerCallListener<Q> {

        private final Call<?, ?> call;

        RemovingListener(ServerCall.Listener<Q> listener, Call<?, ?> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onComplete() {
            calls.remove(call);
            super.onComplete();
        }

        @Override
        public void onCancel() {
            calls.remove(call);
            super.onCancel();
        }
    }
}
