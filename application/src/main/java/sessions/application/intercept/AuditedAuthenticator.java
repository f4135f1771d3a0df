package sessions.application.intercept;

import org.jspecify.annotations.Nullable;
import sessions.domain.access.Authenticator;
import sessions.domain.access.Caller;
import sessions.domain.error.RateLimitedException;
import sessions.domain.error.UnauthorizedException;

/** Puts on record whoever is not let in. */
public final class AuditedAuthenticator implements Authenticator {

    private static final String OPERATION = "authenticate";

    private final Authenticator admission;
    private final AuditLog log;

    public AuditedAuthenticator(Authenticator admission, AuditLog log) {
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
