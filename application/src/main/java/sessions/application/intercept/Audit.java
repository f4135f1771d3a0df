package sessions.application.intercept;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Caller;
import sessions.domain.error.ErrorCategory;
import sessions.domain.error.RateLimitedException;
import sessions.domain.error.SessionsException;
import sessions.domain.error.UnauthorizedException;
import sessions.domain.model.SessionId;

/** Records audited operations, successful or not, and every operation that is rejected for the caller's role. */
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

    /** Only these two exceptions are recorded with their message: others may quote the caller's input. */
    static String reason(Throwable failed) {
        return switch (failed) {
            case UnauthorizedException rejected -> fullReason(rejected);
            case RateLimitedException rejected -> fullReason(rejected);
            case SessionsException known -> known.code().name();
            default -> failed.getClass().getSimpleName();
        };
    }

    private static String fullReason(SessionsException rejected) {
        return rejected.code() + ": " + rejected.getMessage();
    }
}
