package sessions.application.intercept;

/** Where the record of what was done is kept. A driven port: append-only, in order, and apart from other logs. */
public interface AuditLog {

    /** Adds an event, with the time now. Does not fail. */
    void add(AuditEvent event);
}
