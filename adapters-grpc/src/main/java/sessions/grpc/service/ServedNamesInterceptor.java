package sessions.grpc.service;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import java.util.Set;

/**
 * Rejects health requests for unknown services. Otherwise a caller that watches one would make the gRPC library store a
 * name of any length.
 */
record ServedNamesInterceptor(Set<String> names) implements ServerInterceptor {

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {

            private boolean rejected;

            @Override
            public void onMessage(Q message) {
                if (message instanceof HealthCheckRequest check && !names.contains(check.getService())) {
                    rejected = true;
                    call.close(Status.NOT_FOUND.withDescription("There is no such service"), new Metadata());
                } else {
                    super.onMessage(message);
                }
            }

            @Override
            public void onHalfClose() {
                if (!rejected) {
                    super.onHalfClose();
                }
            }
        };
    }
}
