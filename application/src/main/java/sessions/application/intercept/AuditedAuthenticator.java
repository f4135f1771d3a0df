package sessions.application.intercept;

import org.jspecify.annotations.Nullable;
import sessions.domain.access.Authenticator;
import sessions.domain.access.Caller;
import sessions.domain.error.RateLimitedException;
import sessions.domain.error.UnauthorizedException;

/** Records callers that are rejected. */
public record AuditedAuthenticator(Authenticator authenticator, AuditLog log) implements Authenticator {

    private static final String OPERATION = "authenticate";

    @Override
    public Caller authenticate(String correlationId, @Nullable String key, String address) {
        try {
            return authenticator.authenticate(correlationId, key, address);
        } catch (UnauthorizedException | RateLimitedException rejected) {
            log.add(new AuditEvent(OPERATION, AuditEvent.Outcome.REFUSED, Audit.reason(rejected), null, address,
                    correlationId, null, null, null));
            throw rejected;
        }
    }
}
