package violations.sessions.domain;

/** Breaks the rule that modules whose test logs are not checked log nothing. */
public final class DomainLogs {

    private DomainLogs() {
    }

    static void log() {
        System.getLogger("violation").log(System.Logger.Level.INFO, "A line");
    }
}
