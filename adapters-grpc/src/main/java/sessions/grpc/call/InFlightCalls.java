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

/** Knows which calls are under way, and ends them where the service cannot wait for them any more. */
public final class InFlightCalls implements ServerInterceptor {

    private static final Status CUT_OFF = Status.UNAVAILABLE
            .withDescription("The service stopped before the call ended; it may have been done");

    private final Set<Call<?, ?>> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        Call<Q, A> known = new Call<>(call);
        calls.add(known);
        if (over) {
            known.close(CUT_OFF, new Metadata());
        }
        try {
            return new Leaving<>(next.startCall(known, headers), known);
        } catch (RuntimeException | Error failed) {
            calls.remove(known);
            throw failed;
        }
    }

    /** Tells the callers of all that are under way, and of any that still comes. */
    public void cutOff() {
        over = true;
        calls.forEach(call -> call.close(CUT_OFF, new Metadata()));
    }

    /** Ends once; what is replied after that comes to nothing, as the connection may be gone. */
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

    /** Every call ends in one of the two ways. */
    private final class Leaving<Q> extends SimpleForwardingServerCallListener<Q> {

        private final Call<?, ?> call;

        Leaving(ServerCall.Listener<Q> listener, Call<?, ?> call) {
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
