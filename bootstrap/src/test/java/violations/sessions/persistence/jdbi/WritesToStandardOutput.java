package violations.sessions.persistence.jdbi;

/** Breaks the rule that no class writes to the standard streams. */
public final class WritesToStandardOutput {

    public void report() {
        System.err.println("trouble");
    }
}
