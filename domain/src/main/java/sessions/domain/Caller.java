package sessions.domain;

/**
 * Who calls the service. Bound to {@link #CURRENT}, for the time of one request, by who tells
 * callers apart; the adapters of today do not, so all are {@link #ANYONE}.
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
