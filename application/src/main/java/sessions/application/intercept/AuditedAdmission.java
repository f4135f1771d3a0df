package sessions.application.intercept;

import org.jspecify.annotations.Nullable;
import sessions.domain.Admission;
import sessions.domain.Caller;
import sessions.domain.RateLimitedException;
import sessions.domain.UnauthorizedException;

/** Puts on record whoever is not let in. */
public final class AuditedAdmission implements Admission {

    private static final String OPERATION = "authenticate";

    private final Admission admission;
    private final AuditLog log;

    public AuditedAdmission(Admission admission, AuditLog log) {
        this.admission = admission;
        this.log = log;
    }

    @Override
    public Caller admit(String correlationId, @Nullable String key, String address) {
        try {
            return admission.admit(correlationId, key, address);
        } catch (UnauthorizedException | RateLimitedException refused) {
            log.add(new AuditEvent(OPERATION, AuditEvent.Outcome.REFUSED, Audit.reason(refused), null, address,
                    correlationId, null, null, null));
            throw refused;
        }
    }
}
