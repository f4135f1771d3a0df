package sessions.cli;

import java.util.Locale;

/** Numbers of sessions in words. */
final class Counts {

    private Counts() {
    }

    /** {@code 1 session}, {@code 10,000 sessions}. */
    static String sessions(long count) {
        return String.format(Locale.ROOT, "%,d session%s", count, count == 1 ? "" : "s");
    }
}
