package sessions.domain.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** The role with a label, in upper or lower case, or empty where there is none. */
    public static Optional<Role> parse(String label) {
        return Arrays.stream(values()).filter(role -> role.label.equals(label.toLowerCase(Locale.ROOT))).findFirst();
    }

    /** Whether it may do all that another role may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
