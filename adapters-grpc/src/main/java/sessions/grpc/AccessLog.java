package sessions.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import sessions.transport.CorrelationId;
import sessions.transport.RequestAttributes;

/** One line for each call, on a logger of its own, in the form of those about requests over HTTP. */
final class AccessLog implements ServerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger("sessions.access");

    /** Stands where HTTP has the method of a request. */
    private static final String PROTOCOL = "gRPC";

    private static final String NONE = "-";

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        CallRecord record = new CallRecord(call, headers);
        ServerCall<Q, A> noting = new SimpleForwardingServerCall<>(call) {
            @Override
            public void close(Status status, Metadata trailers) {
                record.noteEnd(status);
                super.close(status, trailers);
            }
        };
        Ending ending = Ending.current();
        Context context = Context.current().withValue(CallRecord.CURRENT, record);
        return new SimpleForwardingServerCallListener<>(Contexts.interceptCall(context, noting, headers, next)) {
            @Override
            public void onComplete() {
                super.onComplete();
                write(record);
            }

            @Override
            public void onCancel() {
                super.onCancel();
                record.noteEnd(ending.status());
                write(record);
            }
        };
    }

    private static void write(CallRecord record) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        String caller = orNone(record.caller());
        double millis = record.millis();
        MDC.put(CorrelationId.NAME, orNone(record.correlationId()));
        if (!record.traceId().isEmpty()) {
            MDC.put(RequestAttributes.TRACE_ID, record.traceId());
        }
        try {
            LOG.atInfo().addKeyValue("method", PROTOCOL).addKeyValue("route", record.method())
                    .addKeyValue("status", record.status()).addKeyValue("duration_ms", millis)
                    .addKeyValue("caller", caller).addKeyValue("address", orNone(record.address()))
                    .log(PROTOCOL + " " + record.method() + " " + record.status() + " " + millis + " ms " + caller);
        } finally {
            MDC.remove(CorrelationId.NAME);
            MDC.remove(RequestAttributes.TRACE_ID);
        }
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }
}
