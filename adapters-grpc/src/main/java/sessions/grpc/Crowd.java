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
 * Lets so many calls in at a time, has as many wait, and refuses the rest. Nothing of a message is read before its call is let
 * in.
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
        if (!enter()) {
            call.close(Status.UNAVAILABLE.withDescription("The service has too many requests at once"), new Metadata());
            return new ServerCall.Listener<>() {
            };
        }
        try {
            return new Leaving<>(next.startCall(call, headers));
        } catch (RuntimeException | Error failed) {
            room.release();
            throw failed;
        }
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

    /** Every call ends in one of the two ways. */
    private final class Leaving<Q> extends SimpleForwardingServerCallListener<Q> {

        Leaving(ServerCall.Listener<Q> listener) {
            super(listener);
        }

        @Override
        public void onComplete() {
            room.release();
            super.onComplete();
        }

        @Override
        public void onCancel() {
            room.release();
            super.onCancel();
        }
    }
}
