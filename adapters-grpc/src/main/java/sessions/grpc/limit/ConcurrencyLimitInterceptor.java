package sessions.grpc.limit;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import sessions.transport.ConcurrencyLimiter;
import sessions.transport.RequestLimits;

/**
 * Applies a {@link ConcurrencyLimiter} to calls. A call counts from the arrival of its message until its reply is
 * complete, so that clients that send or read slowly do not keep others out.
 */
public final class ConcurrencyLimitInterceptor implements ServerInterceptor {

    private final ConcurrencyLimiter limiter;

    public ConcurrencyLimitInterceptor(RequestLimits limits) {
        limiter = new ConcurrencyLimiter(limits);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            @Override
            public void onHalfClose() {
                if (!limiter.acquire()) {
                    call.close(Status.UNAVAILABLE.withDescription(ConcurrencyLimiter.REJECTION), new Metadata());
                    return;
                }
                try {
                    super.onHalfClose(); // returns when the reply is complete
                } finally {
                    limiter.release();
                }
            }
        };
    }
}
