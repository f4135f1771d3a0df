package sessions.application.intercept;

/** Stores audit events. A driven port: append-only, in order, and separate from other logs. */
public interface AuditLog {

    /** Adds an event with the current time. Never throws. */
    void add(AuditEvent event);
}
