package sessions.domain;

import java.util.Locale;

/** What a caller may do. Each role may do all that those before it may. */
public enum Role {

    /** Reads single sessions. */
    READER,
    /** Opens, changes and closes single sessions, and lists those of one user. */
    WRITER,
    /** Everything: all lists show ids, and ids are bearer secrets. */
    ADMIN;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in configuration and messages. */
    public String label() {
        return label;
    }

    /** Whether it may do all that another role may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
