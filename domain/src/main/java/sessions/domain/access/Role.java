package sessions.domain.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Permissions of a caller. Each role includes the permissions of the roles before it. */
public enum Role {

    /** Reads single sessions. */
    READER,
    /** Opens, changes and closes single sessions, and lists those of one user. */
    WRITER,
    /** Everything, including lists of all sessions: they show ids, which are bearer secrets. */
    ADMIN;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** Returns the name in configuration and messages. */
    public String label() {
        return label;
    }

    /** Returns the role with a label, ignoring case, or empty if there is none. */
    public static Optional<Role> parse(String label) {
        return Arrays.stream(values()).filter(role -> role.label.equals(label.toLowerCase(Locale.ROOT))).findFirst();
    }

    /** Returns whether this role includes the permissions of another. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
