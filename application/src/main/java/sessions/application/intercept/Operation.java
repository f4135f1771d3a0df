package sessions.application.intercept;

import sessions.domain.access.Role;

/**
 * Operations of the driving ports, with the required role and whether they are audited. Reads and changes of content
 * are not audited: there are too many, and the session shows the last change.
 */
public enum Operation {

    GET_STATUS("get_status", "read the status", Role.READER, false),
    GET_SESSION("get_session_by_id", "read a session", Role.READER, false),
    OPEN_SESSION("open_session", "open sessions", Role.WRITER, true),
    STORE_DATA("store_session_data", "store data", Role.WRITER, false),
    MERGE_DATA("merge_session_data", "change data", Role.WRITER, false),
    UPDATE_USER("update_session_user", "change a user's content", Role.WRITER, false),
    TOUCH_SESSION("touch_session", "touch sessions", Role.WRITER, false),
    CLOSE_SESSION("close_session", "close sessions", Role.WRITER, true),
    LIST_OF_USER("get_sessions", "list the sessions of one user", Role.WRITER, false),
    LIST_OF_ALL("get_sessions", "list sessions of all users", Role.ADMIN, true),
    DELETE_SESSION("delete_session_by_id", "delete sessions", Role.ADMIN, true),
    CLOSE_EXPIRED("close_expired_sessions", "close expired sessions", Role.ADMIN, true),
    CLOSE_MATCHING("close_sessions", "close sessions by filter", Role.ADMIN, true),
    COUNT_TO_CLOSE("count_sessions_to_close", "count sessions to close", Role.ADMIN, false),
    PURGE("purge_sessions", "purge sessions", Role.ADMIN, true),
    COUNT_TO_PURGE("count_sessions_to_purge", "count sessions to purge", Role.ADMIN, false),
    ERASE("erase_sessions", "erase a user's sessions", Role.ADMIN, true),
    EXPORT("export_sessions", "export a user's sessions", Role.ADMIN, true),
    BACK_UP("back_up", "make backups", Role.ADMIN, true),
    GET_STATISTICS("get_statistics", "see statistics", Role.ADMIN, false);

    private final String label;
    private final String purpose;
    private final Role requiredRole;
    private final boolean audited;

    Operation(String label, String purpose, Role requiredRole, boolean audited) {
        this.label = label;
        this.purpose = purpose;
        this.requiredRole = requiredRole;
        this.audited = audited;
    }

    /** Returns the command's name in the contract, or beyond the contract a name of the same form. */
    public String label() {
        return label;
    }

    /** Returns the operation for a message; completes the sentence "the role … is needed to". */
    String purpose() {
        return purpose;
    }

    Role requiredRole() {
        return requiredRole;
    }

    /** Returns whether every call is audited. Rejected calls always are. */
    boolean isAudited() {
        return audited;
    }
}
