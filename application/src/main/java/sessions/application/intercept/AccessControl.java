package sessions.application.intercept;

import sessions.domain.access.Caller;
import sessions.domain.access.Role;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.UnauthorizedException;

/**
 * Rejects calls that the caller's role does not allow. If no caller is bound, the API has an error and the call is
 * rejected too.
 */
public final class AccessControl implements Interceptor {

    @Override
    public <T, E extends Exception> T around(PortCall call, Step<T, E> next) throws E {
        Role role = Caller.CURRENT.get().orElseThrow(
                () -> new IllegalStateException("no caller is bound for " + call.operation().label())).role();
        Role required = call.operation().requiredRole();
        if (!role.includes(required)) {
            throw new UnauthorizedException(ErrorCode.FORBIDDEN, "The role " + required.label() + " is needed to "
                    + call.operation().purpose() + "; the key has the role " + role.label());
        }
        return next.run();
    }
}
