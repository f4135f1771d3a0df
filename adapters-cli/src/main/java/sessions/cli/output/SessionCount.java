package sessions.cli.output;

import java.util.Locale;

/** Formats numbers of sessions. */
public final class SessionCount {

    private SessionCount() {
    }

    /** Returns a text such as {@code 1 session} or {@code 10,000 sessions}. */
    public static String sessions(long count) {
        return String.format(Locale.ROOT, "%,d session%s", count, count == 1 ? "" : "s");
    }
}
