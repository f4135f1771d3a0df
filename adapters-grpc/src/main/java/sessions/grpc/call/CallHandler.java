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
 * What holds for every call of the contract: who calls is asked first, what is refused or fails becomes a reply, telemetry is
 * told, and the log knows the correlation id.
 */
public final class CallHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CallHandler.class);

    private final Authenticator authenticator;
    private final Telemetry telemetry;

    public CallHandler(Authenticator authenticator, Telemetry telemetry) {
        this.authenticator = authenticator;
        this.telemetry = telemetry;
    }

    /** Makes the reply, under the correlation id of the call. */
    public interface Work<A> {
        A responseFor(String correlationId);
    }

    /**
     * Replies to a call, unless nobody waits for that any more.
     *
     * @param sentCorrelationId as the caller sent it, empty for none
     * @param rejection the reply that says what was refused or failed
     */
    public <A> void reply(String sentCorrelationId, StreamObserver<A> caller, Work<A> work,
            Function<ErrorJson, A> rejection) {
        ServerCallStreamObserver<A> waiting = (ServerCallStreamObserver<A>) caller;
        waiting.setOnCancelHandler(() -> LOG.debug("The caller did not wait for the reply"));
        CallRecord call = CallRecord.current();
        String correlationId = CorrelationId.of(sentCorrelationId).text();
        call.noteCorrelationId(correlationId);
        if (isTooLate()) {
            caller.onError(
                    Status.DEADLINE_EXCEEDED.withDescription("The deadline had passed before the call was worked on")
                            .asRuntimeException());
            return;
        }
        MDC.put(CorrelationId.NAME, correlationId);
        try {
            caller.onNext(observed(call, correlationId, work, rejection));
            caller.onCompleted();
        } finally {
            MDC.remove(CorrelationId.NAME);
        }
    }

    private static boolean isTooLate() {
        Deadline deadline = Context.current().getDeadline();
        return Context.current().isCancelled() || (deadline != null && deadline.isExpired());
    }

    private <A> A observed(CallRecord call, String correlationId, Work<A> work, Function<ErrorJson, A> rejection) {
        Optional<TraceContext> sent = call.trace();
        Telemetry.Activity activity = telemetry.requestStarted(sent.orElse(null));
        Optional.ofNullable(activity.trace()).or(() -> sent).ifPresent(trace -> {
            call.noteTrace(trace.traceId());
            MDC.put(RequestAttributes.TRACE_ID, trace.traceId());
        });
        try {
            return answered(call, correlationId, work, rejection);
        } finally {
            activity.end(Integer.toString(call.status()));
            MDC.remove(RequestAttributes.TRACE_ID);
        }
    }

    private <A> A answered(CallRecord call, String correlationId, Work<A> work, Function<ErrorJson, A> rejection) {
        try {
            A reply = authenticated(call, correlationId, work);
            call.noteEnd(Status.OK);
            return reply;
        } catch (RuntimeException | Error failed) { // also errors of the Java machine, such as a stack that overflowed
            FailureLog.log(LOG, "A call failed", failed);
            ErrorJson error = ErrorJson.of(failed, correlationId);
            call.noteError(error.status());
            return rejection.apply(error);
        }
    }

    private <A> A authenticated(CallRecord call, String correlationId, Work<A> work) {
        Caller caller = authenticator.authenticate(correlationId, call.key(), call.address());
        call.noteCaller(caller.name());
        return ScopedValue.where(Caller.CURRENT, caller).call(() -> work.responseFor(correlationId));
    }
}
