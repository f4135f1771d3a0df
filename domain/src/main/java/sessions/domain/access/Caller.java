package sessions.domain.access;

import sessions.domain.call.CallValue;

/**
 * The caller of the service. The API that accepts a request binds it to {@link #CURRENT} for the duration of that
 * request.
 *
 * @param name the name of the caller's API key; empty if the service does not use API keys
 * @param role the role of the caller
 * @param address the network address of the request; empty if it did not come over a network
 */
public record Caller(String name, Role role, String address) {

    /** The caller if the use cases are called directly, without an API. It has all permissions. */
    public static final Caller ANYONE = anonymous("");

    public static final CallValue<Caller> CURRENT = new CallValue<>();

    /** Returns an unnamed administrator at an address, for a service without API keys. */
    public static Caller anonymous(String address) {
        return new Caller("", Role.ADMIN, address);
    }

    /** Returns the caller of the current request, or {@link #ANYONE} if there is none. */
    public static Caller current() {
        return CURRENT.get().orElse(ANYONE);
    }
}
