package sessions.application.intercept;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Caller;
import sessions.domain.error.ErrorCategory;
import sessions.domain.error.RateLimitedException;
import sessions.domain.error.SessionsException;
import sessions.domain.error.UnauthorizedException;
import sessions.domain.model.SessionId;

/** Puts on record what is done, whether it succeeds or not, and whatever is refused for the caller's role. */
public final class Audit implements Interceptor {

    private final AuditLog log;

    public Audit(AuditLog log) {
        this.log = log;
    }

    @Override
    public <T, E extends Exception> T around(PortCall call, Step<T, E> next) throws E {
        T result;
        try {
            result = next.run();
        } catch (Throwable failed) {
            if (call.operation().isAudited() || failed instanceof UnauthorizedException) {
                log.add(event(call, outcome(failed), reason(failed), AuditSubject.byFailure(call)));
            }
            throw failed;
        }
        if (call.operation().isAudited()) {
            boolean missing = result instanceof Optional<?> session && session.isEmpty();
            log.add(event(call, missing ? AuditEvent.Outcome.MISSING : AuditEvent.Outcome.DONE, null,
                    AuditSubject.by(call, result)));
        }
        return result;
    }

    private static AuditEvent event(PortCall call, AuditEvent.Outcome outcome, @Nullable String reason,
            AuditSubject touched) {
        Caller caller = Caller.current();
        SessionId session = touched.session();
        return new AuditEvent(call.operation().label(), outcome, reason, caller, caller.address(),
                call.correlationId(), session == null ? null : session.toString(), touched.userId(), touched.count());
    }

    private static AuditEvent.Outcome outcome(Throwable failed) {
        return failed instanceof SessionsException known && known.code().category() != ErrorCategory.INTERNAL
                && known.code().category() != ErrorCategory.NO_RESPONSE
                        ? AuditEvent.Outcome.REFUSED
                        : AuditEvent.Outcome.FAILED;
    }

    /** Messages of other refusals may quote what the caller sent. */
    static String reason(Throwable failed) {
        return switch (failed) {
            case UnauthorizedException rejected -> inFull(rejected);
            case RateLimitedException rejected -> inFull(rejected);
            case SessionsException known -> known.code().name();
            default -> failed.getClass().getSimpleName();
        };
    }

    private static String inFull(SessionsException rejected) {
        return rejected.code() + ": " + rejected.getMessage();
    }
}
