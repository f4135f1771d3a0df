package sessions.cli.output;

import java.util.Locale;

/** Numbers of sessions in words. */
public final class SessionCount {

    private SessionCount() {
    }

    /** {@code 1 session}, {@code 10,000 sessions}. */
    public static String sessions(long count) {
        return String.format(Locale.ROOT, "%,d session%s", count, count == 1 ? "" : "s");
    }
}
