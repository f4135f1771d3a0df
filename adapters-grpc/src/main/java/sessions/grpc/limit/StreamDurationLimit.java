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
import sessions.grpc.call.InFlightCalls;

/**
 * Closes streams that last longer than the limit. It requires calls that may be closed at any time and more than once,
 * such as those of {@link InFlightCalls}.
 */
public record StreamDurationLimit(ScheduledExecutorService timer, Duration limit) implements ServerInterceptor {

    private static final Status TOO_LONG = Status.DEADLINE_EXCEEDED.withDescription("The stream lasted too long");

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        ServerCall.Listener<Q> listener = next.startCall(call, headers);
        ScheduledFuture<?> end = timer.schedule(() -> call.close(TOO_LONG, new Metadata()), limit.toNanos(),
                TimeUnit.NANOSECONDS);
        return new SimpleForwardingServerCallListener<>(listener) {
            @Override
            public void onComplete() {
                end.cancel(false);
                super.onComplete();
            }

            @Override
            public void onCancel() {
                end.cancel(false);
                super.onCancel();
            }
        };
    }
}
