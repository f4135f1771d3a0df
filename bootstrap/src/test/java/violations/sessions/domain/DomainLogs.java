package violations.sessions.domain;

/** Breaks the rule that those log nothing whose tests are not watched. */
public final class DomainLogs {

    private DomainLogs() {
    }

    static void log() {
        System.getLogger("violation").log(System.Logger.Level.INFO, "A line");
    }
}
