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
 * Ends the connections of callers who do not take what a call came to, which is kept in memory until they do. A call that is
 * closed cannot be cut off by itself.
 */
public final class ResponseWriteTimeout implements ServerInterceptor {

    private final ScheduledExecutorService timer;
    private final Duration longest;
    private final OpenConnections connections;

    /** @param longest how long a caller may take for a reply, once it is complete */
    public ResponseWriteTimeout(ScheduledExecutorService timer, Duration longest, OpenConnections connections) {
        this.timer = timer;
        this.longest = longest;
        this.connections = connections;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        Closing<Q, A> closing = new Closing<>(call);
        return new Taken<>(next.startCall(closing, headers), closing);
    }

    private final class Closing<Q, A> extends SimpleForwardingServerCall<Q, A> {

        private @Nullable ScheduledFuture<?> end;
        private boolean taken;

        Closing(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            super.close(status, trailers);
            awaitTaking();
        }

        private synchronized void awaitTaking() {
            if (!taken) {
                end = timer.schedule(() -> connections.end(getAttributes()), longest.toNanos(), TimeUnit.NANOSECONDS);
            }
        }

        synchronized void noteTaken() {
            taken = true;
            if (end != null) {
                end.cancel(false);
            }
        }
    }

    /** Every call ends in one of the two ways. */
    private static final class Taken<Q> extends SimpleForwardingServerCallListener<Q> {

        private final Closing<?, ?> call;

        Taken(ServerCall.Listener<Q> listener, Closing<?, ?> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onComplete() {
            call.noteTaken();
            super.onComplete();
        }

        @Override
        public void onCancel() {
            call.noteTaken();
            super.onCancel();
        }
    }
}
