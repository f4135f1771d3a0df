package sessions.grpc.call;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import sessions.transport.AccessLog;

/** Writes each call to the access log. */
public final class CallAccessLog implements ServerInterceptor {

    /** Logged instead of an HTTP method. */
    private static final String PROTOCOL = "gRPC";

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        CallRecord record = new CallRecord(call, headers);
        ServerCall<Q, A> recording = new SimpleForwardingServerCall<>(call) {
            @Override
            public void close(Status status, Metadata trailers) {
                record.recordEnd(status);
                super.close(status, trailers);
            }
        };
        CallStatusTracer tracer = CallStatusTracer.current();
        Context context = Context.current().withValue(CallRecord.CURRENT, record);
        return new SimpleForwardingServerCallListener<>(Contexts.interceptCall(context, recording, headers, next)) {
            @Override
            public void onComplete() {
                super.onComplete();
                write(record);
            }

            @Override
            public void onCancel() {
                super.onCancel();
                record.recordEnd(tracer.status());
                write(record);
            }
        };
    }

    private static void write(CallRecord record) {
        if (AccessLog.isEnabled()) {
            AccessLog.log(record.entry(PROTOCOL));
        }
    }
}
