package sessions.application.intercept;

import sessions.domain.access.Caller;
import sessions.domain.access.Role;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.UnauthorizedException;

/**
 * Refuses what the caller's role does not allow. A call for which no API has said who calls is a fault of that API, and is
 * not let through either.
 */
public final class AccessControl implements Interceptor {

    @Override
    public <T, E extends Exception> T around(PortCall call, Step<T, E> next) throws E {
        if (!Caller.CURRENT.isBound()) {
            throw new IllegalStateException("nobody has said who calls " + call.operation().label());
        }
        Role role = Caller.CURRENT.get().role();
        Role least = call.operation().requiredRole();
        if (!role.includes(least)) {
            throw new UnauthorizedException(ErrorCode.FORBIDDEN, "The role " + least.label() + " is needed to "
                    + call.operation().purpose() + "; the key has the role " + role.label());
        }
        return next.run();
    }
}
