package sessions.domain.access;

/**
 * Who calls the service. Bound to {@link #CURRENT}, for the time of one request, by the API that let the caller in.
 *
 * @param name what the caller is known by, empty where callers are not told apart
 * @param role what it may do
 * @param address the network address that the request came from, empty where it came over none
 */
public record Caller(String name, Role role, String address) {

    /** Where no API stands before the use cases: whoever runs them in its own process may do everything. */
    public static final Caller ANYONE = anyoneAt("");

    public static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    /** A caller at an address, where callers are not told apart. */
    public static Caller anyoneAt(String address) {
        return new Caller("", Role.ADMIN, address);
    }

    /** The caller of the present request, or {@link #ANYONE}. */
    public static Caller current() {
        return CURRENT.orElse(ANYONE);
    }
}
