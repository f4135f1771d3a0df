package sessions.seneca.message;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import sessions.domain.access.Caller;
import sessions.domain.telemetry.Telemetry;
import sessions.domain.telemetry.TraceContext;
import sessions.transport.CorrelationId;
import sessions.transport.RequestAttributes;
import sessions.wire.command.MessageMembers;

/** One message and its reply. Not thread-safe. */
public final class SenecaExchange {

    private final SenecaService service;
    private final IncomingMessage incoming;
    private String correlationId;
    private String caller = "";
    private @Nullable String traceId;

    public SenecaExchange(SenecaService service, IncomingMessage incoming) {
        this.service = service;
        this.incoming = incoming;
        correlationId = CorrelationId.of(incoming.correlationId()).text();
    }

    /** Executes the message's command and returns its reply. Every failure becomes a {@link FailureReply}. */
    public SenecaReply run() {
        TraceContext trace = incoming.trace();
        Telemetry.Activity activity = service.telemetry().requestStarted(trace);
        TraceContext own = activity.trace();
        traceId = own != null ? own.traceId() : trace == null ? null : trace.traceId();
        setLogContext();
        try {
            SenecaReply reply = reply();
            activity.end(Integer.toString(reply.status()));
            return reply;
        } finally {
            MDC.remove(CorrelationId.NAME);
            MDC.remove(RequestAttributes.TRACE_ID);
        }
    }

    private SenecaReply reply() {
        try {
            Caller authenticated = service.authenticator().authenticate(correlationId, incoming.key(),
                    incoming.address());
            caller = authenticated.name();
            return Caller.CURRENT.call(authenticated, this::act);
        } catch (Exception | Error failed) { // the caller waits for a reply in any case
            return new FailureReply(SenecaFailures.error(failed, correlationId));
        }
    }

    private SenecaReply act() throws IOException {
        MessageMembers message = incoming.message();
        correlationId = CorrelationId.of(message.text(CorrelationId.NAME), correlationId).text();
        setLogContext();
        SenecaAction action = SenecaAction.of(message, service.commands().names());
        return new SuccessReply(
                service.commands().execute(action.command(), correlationId, action.arguments()).json());
    }

    private void setLogContext() {
        MDC.put(CorrelationId.NAME, correlationId);
        if (traceId != null) {
            MDC.put(RequestAttributes.TRACE_ID, traceId);
        }
    }

    public String correlationId() {
        return correlationId;
    }

    /** Returns the caller's name; empty if authentication failed or is off. */
    public String caller() {
        return caller;
    }

    /** Returns the message's trace id; null if there is none. */
    public @Nullable String traceId() {
        return traceId;
    }
}
