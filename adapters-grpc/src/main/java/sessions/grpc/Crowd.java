package sessions.grpc;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many calls be worked on at a time, has as many wait, and refuses the rest. A call counts from when its message is
 * there until its reply is handed over, so that callers who send or read slowly keep no others out.
 */
final class Crowd implements ServerInterceptor {

    private final Semaphore room;
    private final Semaphore queue;
    private final Duration longestWait;

    Crowd(GrpcLimits limits) {
        room = new Semaphore(limits.maxConcurrent(), true);
        queue = new Semaphore(limits.maxConcurrent());
        longestWait = limits.longestWait();
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            @Override
            public void onHalfClose() {
                if (!enter()) {
                    call.close(Status.UNAVAILABLE.withDescription("The service has too many requests at once"),
                            new Metadata());
                    return;
                }
                try {
                    super.onHalfClose(); // which is over once there is a reply
                } finally {
                    room.release();
                }
            }
        };
    }

    private boolean enter() {
        if (room.tryAcquire()) {
            return true;
        }
        if (!queue.tryAcquire()) {
            return false;
        }
        try {
            return room.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            queue.release();
        }
    }
}
