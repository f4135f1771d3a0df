package violations.sessions.persistence.jdbi;

/** Breaks the rule that nobody writes to the standard streams. */
public final class PrintsItsTrouble {

    public void report() {
        System.err.println("trouble");
    }
}
