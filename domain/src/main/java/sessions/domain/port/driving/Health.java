package sessions.domain.port.driving;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The health of a service: whether it can process requests, and if not, why.
 *
 * @param checks all checks that were made
 */
public record Health(List<Check> checks) {

    public Health {
        checks = List.copyOf(checks);
    }

    /**
     * The result of one check.
     *
     * @param name the checked part
     * @param trouble the problem, without internals, or null if there is none
     */
    public record Check(String name, @Nullable String trouble) {

        public boolean isUp() {
            return trouble == null;
        }
    }

    /** Returns whether all checks succeeded. */
    public boolean isUp() {
        return checks.stream().allMatch(Check::isUp);
    }
}
