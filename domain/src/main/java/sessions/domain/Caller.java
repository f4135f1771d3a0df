package sessions.domain;

/**
 * Who calls the service. Bound to {@link #CURRENT} by the adapter that let the caller in; no more than one request lasts.
 *
 * @param name what the caller is known by
 */
public record Caller(String name) {

    /** Where callers are not told apart. */
    public static final Caller ANYONE = new Caller("");

    public static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    /** The caller of the present request, or {@link #ANYONE}. */
    public static Caller current() {
        return CURRENT.orElse(ANYONE);
    }
}
