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
 * Ends calls whose one message does not arrive in time, which keep memory for what has arrived and one of the calls of their
 * connection, and those that have none.
 */
public final class RequestReadTimeout implements ServerInterceptor {

    private static final String LATE = "The message did not arrive in time";
    private static final String MISSING = "The call has no message";
    private static final String UNREADABLE = "The message is malformed, or too large once it is decompressed";

    private final ScheduledExecutorService timer;
    private final Duration longest;

    public RequestReadTimeout(ScheduledExecutorService timer, Duration longest) {
        this.timer = timer;
        this.longest = longest;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        ServerCall.Listener<Q> listener = next.startCall(call, headers);
        return call.getMethodDescriptor().getType().clientSendsOneMessage()
                ? new Awaiting<>(call, listener)
                : listener;
    }

    /** Until the message is there nobody replies, so that either the timer closes the call or who replies to it. */
    private final class Awaiting<Q> extends SimpleForwardingServerCallListener<Q> {

        private final AtomicBoolean over = new AtomicBoolean();
        private final ServerCall<Q, ?> call;
        private final ScheduledFuture<?> end;
        private boolean arrived;

        Awaiting(ServerCall<Q, ?> call, ServerCall.Listener<Q> listener) {
            super(listener);
            this.call = call;
            end = timer.schedule(() -> close(Status.DEADLINE_EXCEEDED.withDescription(LATE)), longest.toNanos(),
                    TimeUnit.NANOSECONDS);
        }

        private void close(Status status) {
            if (over.compareAndSet(false, true)) {
                end.cancel(false);
                call.close(status, new Metadata());
            }
        }

        @Override
        public void onMessage(@Nullable Q message) {
            if (message == null) {
                reject(UNREADABLE);
            } else {
                arrived = true;
                super.onMessage(message);
            }
        }

        private void reject(String why) {
            close(Status.INVALID_ARGUMENT.withDescription(why));
        }

        @Override
        public void onHalfClose() {
            if (!arrived) {
                reject(MISSING);
            } else if (over.compareAndSet(false, true)) {
                end.cancel(false);
                super.onHalfClose();
            }
        }

        @Override
        public void onComplete() {
            stop();
            super.onComplete();
        }

        @Override
        public void onCancel() {
            stop();
            super.onCancel();
        }

        private void stop() {
            over.set(true);
            end.cancel(false);
        }
    }
}
