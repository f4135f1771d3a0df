package sessions.domain.port.driving;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service can do its work at the moment, and if not, why.
 *
 * @param checks all that was looked at
 */
public record Health(List<Check> checks) {

    public Health {
        checks = List.copyOf(checks);
    }

    /**
     * One thing that the service needs for its work.
     *
     * @param name what was looked at
     * @param trouble what is wrong with it, in words for everyone, or null where nothing is
     */
    public record Check(String name, @Nullable String trouble) {

        public boolean isUp() {
            return trouble == null;
        }
    }

    /** Whether nothing is wrong. */
    public boolean isUp() {
        return checks.stream().allMatch(Check::isUp);
    }
}
