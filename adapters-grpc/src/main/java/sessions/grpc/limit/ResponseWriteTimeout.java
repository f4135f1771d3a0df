package sessions.grpc.limit;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sessions.grpc.netty.OpenConnections;

/**
 * Closes the connections of callers that do not read a reply in time; until they read it, it occupies memory. The whole
 * connection is closed because a single completed call cannot be aborted.
 */
public final class ResponseWriteTimeout implements ServerInterceptor {

    private final ScheduledExecutorService timer;
    private final Duration timeout;
    private final OpenConnections connections;

    /** @param timeout the time that a caller has to read a reply, from its completion */
    public ResponseWriteTimeout(ScheduledExecutorService timer, Duration timeout, OpenConnections connections) {
        this.timer = timer;
        this.timeout = timeout;
        this.connections = connections;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        TimedCall<Q, A> timed = new TimedCall<>(call);
        return new DeliveryListener<>(next.startCall(timed, headers), timed);
    }

    private final class TimedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {

        private @Nullable ScheduledFuture<?> timeoutTask;
        private boolean delivered;

        TimedCall(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            super.close(status, trailers);
            startTimeout();
        }

        private synchronized void startTimeout() {
            if (!delivered) {
                timeoutTask = timer.schedule(() -> connections.close(getAttributes()), timeout.toNanos(),
                        TimeUnit.NANOSECONDS);
            }
        }

        synchronized void recordDelivered() {
            delivered = true;
            if (timeoutTask != null) {
                timeoutTask.cancel(false);
            }
        }
    }

    /** Cancels the timeout when the call ends: every call ends with one of the two events. */
    private static final class DeliveryListener<Q> extends SimpleForwardingServerCallListener<Q> {

        private final TimedCall<?, ?> call;

        DeliveryListener(ServerCall.Listener<Q> listener, TimedCall<?, ?> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onComplete() {
            call.recordDelivered();
            super.onComplete();
        }

        @Override
        public void onCancel() {
            call.recordDelivered();
            super.onCancel();
        }
    }
}
