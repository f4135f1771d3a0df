package sessions.grpc.call;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import sessions.domain.access.Authenticator;
import sessions.domain.access.Caller;
import sessions.domain.telemetry.Telemetry;
import sessions.domain.telemetry.TraceContext;
import sessions.transport.CorrelationId;
import sessions.transport.FailureLog;
import sessions.transport.RequestAttributes;
import sessions.wire.session.ErrorJson;

/**
 * Handles every call of the contract: authenticates the caller, turns errors into replies, reports to telemetry, and
 * puts the correlation id into the log.
 */
public final class CallHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CallHandler.class);

    private final Authenticator authenticator;
    private final Telemetry telemetry;

    public CallHandler(Authenticator authenticator, Telemetry telemetry) {
        this.authenticator = authenticator;
        this.telemetry = telemetry;
    }

    /** Creates the reply to a call. */
    public interface Work<A> {
        A responseFor(String correlationId);
    }

    /**
     * Replies to a call, unless it is cancelled or its deadline has passed.
     *
     * @param sentCorrelationId the correlation id that the caller sent; empty if none
     * @param rejection creates the reply for an error
     */
    public <A> void reply(String sentCorrelationId, StreamObserver<A> caller, Work<A> work,
            Function<ErrorJson, A> rejection) {
        ServerCallStreamObserver<A> observer = (ServerCallStreamObserver<A>) caller;
        observer.setOnCancelHandler(() -> LOG.debug("The caller did not wait for the reply"));
        CallRecord call = CallRecord.current();
        String correlationId = CorrelationId.of(sentCorrelationId).text();
        call.recordCorrelationId(correlationId);
        if (isTooLate()) {
            caller.onError(
                    Status.DEADLINE_EXCEEDED.withDescription("The deadline passed before the call started")
                            .asRuntimeException());
            return;
        }
        MDC.put(CorrelationId.NAME, correlationId);
        try {
            caller.onNext(withTelemetry(call, correlationId, work, rejection));
            caller.onCompleted();
        } finally {
            MDC.remove(CorrelationId.NAME);
        }
    }

    private static boolean isTooLate() {
        Deadline deadline = Context.current().getDeadline();
        return Context.current().isCancelled() || (deadline != null && deadline.isExpired());
    }

    private <A> A withTelemetry(CallRecord call, String correlationId, Work<A> work, Function<ErrorJson, A> rejection) {
        Optional<TraceContext> sent = call.trace();
        Telemetry.Activity activity = telemetry.requestStarted(sent.orElse(null));
        Optional.ofNullable(activity.trace()).or(() -> sent).ifPresent(trace -> {
            call.recordTrace(trace.traceId());
            MDC.put(RequestAttributes.TRACE_ID, trace.traceId());
        });
        try {
            return withErrors(call, correlationId, work, rejection);
        } finally {
            activity.end(Integer.toString(call.status()));
            MDC.remove(RequestAttributes.TRACE_ID);
        }
    }

    private <A> A withErrors(CallRecord call, String correlationId, Work<A> work, Function<ErrorJson, A> rejection) {
        try {
            A reply = authenticateAndRun(call, correlationId, work);
            call.recordEnd(Status.OK);
            return reply;
        } catch (RuntimeException | Error failed) { // also JVM errors, such as a stack overflow
            FailureLog.log(LOG, "A call failed", failed);
            ErrorJson error = ErrorJson.of(failed, correlationId);
            call.recordError(error.status());
            return rejection.apply(error);
        }
    }

    private <A> A authenticateAndRun(CallRecord call, String correlationId, Work<A> work) {
        Caller caller = authenticator.authenticate(correlationId, call.key(), call.address());
        call.recordCaller(caller.name());
        return Caller.CURRENT.call(caller, () -> work.responseFor(correlationId));
    }
}
