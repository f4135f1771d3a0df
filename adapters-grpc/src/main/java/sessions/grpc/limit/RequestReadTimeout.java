package sessions.grpc.limit;

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
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Closes unary calls whose message does not arrive in time, is missing, or is malformed. An incomplete message occupies
 * memory and one of the calls of its connection.
 */
public final class RequestReadTimeout implements ServerInterceptor {

    private static final String LATE = "The message did not arrive in time";
    private static final String MISSING = "The call has no message";
    private static final String UNREADABLE = "The message is malformed, or too large after decompression";

    private final ScheduledExecutorService timer;
    private final Duration timeout;

    public RequestReadTimeout(ScheduledExecutorService timer, Duration timeout) {
        this.timer = timer;
        this.timeout = timeout;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        ServerCall.Listener<Q> listener = next.startCall(call, headers);
        return call.getMethodDescriptor().getType().clientSendsOneMessage()
                ? new TimedListener<>(call, listener)
                : listener;
    }

    /**
     * Until the message is complete, nothing replies to the call. So either the timer closes it or the handler replies.
     */
    private final class TimedListener<Q> extends SimpleForwardingServerCallListener<Q> {

        private final AtomicBoolean done = new AtomicBoolean();
        private final ServerCall<Q, ?> call;
        private final ScheduledFuture<?> timeoutTask;
        private boolean messageArrived;

        TimedListener(ServerCall<Q, ?> call, ServerCall.Listener<Q> listener) {
            super(listener);
            this.call = call;
            timeoutTask = timer.schedule(() -> close(Status.DEADLINE_EXCEEDED.withDescription(LATE)), timeout.toNanos(),
                    TimeUnit.NANOSECONDS);
        }

        private void close(Status status) {
            if (done.compareAndSet(false, true)) {
                timeoutTask.cancel(false);
                call.close(status, new Metadata());
            }
        }

        @Override
        public void onMessage(@Nullable Q message) {
            if (message == null) {
                reject(UNREADABLE);
            } else {
                messageArrived = true;
                super.onMessage(message);
            }
        }

        private void reject(String reason) {
            close(Status.INVALID_ARGUMENT.withDescription(reason));
        }

        @Override
        public void onHalfClose() {
            if (!messageArrived) {
                reject(MISSING);
            } else if (done.compareAndSet(false, true)) {
                timeoutTask.cancel(false);
                super.onHalfClose();
            }
        }

        @Override
        public void onComplete() {
            cancelTimeout();
            super.onComplete();
        }

        @Override
        public void onCancel() {
            cancelTimeout();
            super.onCancel();
        }

        private void cancelTimeout() {
            done.set(true);
            timeoutTask.cancel(false);
        }
    }
}
