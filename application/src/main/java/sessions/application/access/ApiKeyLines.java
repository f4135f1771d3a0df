package sessions.application.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Role;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;

/**
 * Reads keys from their configuration, one per line: {@code name:role:sha256[:expiry]}, with the expiry in ISO 8601.
 * Empty lines and lines that begin with {@code #} are skipped, but count as lines.
 */
public final class ApiKeyLines {

    private static final int PARTS = 3;

    private final List<ApiKey> keys = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, Integer> lineOfHash = new HashMap<>();

    private ApiKeyLines() {
    }

    /**
     * Returns the keys of all lines.
     *
     * @throws InvalidDataException if lines are invalid or two have the same hash; names each of them by its line
     *         number, starting at 1, and the expected form, but does not quote the line
     */
    public static List<ApiKey> read(List<String> lines) {
        ApiKeyLines reading = new ApiKeyLines();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                reading.read(number, line);
            }
        }
        InvalidDataException.throwIfAny(reading.violations);
        return List.copyOf(reading.keys);
    }

    private void read(int number, String line) {
        String[] parts = line.split(":", PARTS + 1);
        if (parts.length < PARTS) {
            reject(number, "must be name:role:sha256 or name:role:sha256:expiry");
            return;
        }
        Role role = Role.parse(parts[1]).orElse(null);
        Instant expiry = parts.length > PARTS ? instant(parts[PARTS]) : null;
        List<String> wrong = new ArrayList<>();
        addUnless(ApiKey.isName(parts[0]), ApiKey.NAME_EXPECTED, wrong);
        addUnless(role != null, "the role " + Arrays.stream(Role.values()).map(Role::label)
                .collect(Collectors.joining(" or ")), wrong);
        addUnless(ApiKey.isHash(parts[2]), ApiKey.HASH_EXPECTED, wrong);
        addUnless(parts.length == PARTS || expiry != null, "an expiry such as 2027-01-31T00:00:00Z", wrong);
        if (role == null || !wrong.isEmpty()) {
            reject(number, "must have " + String.join(", and ", wrong));
            return;
        }
        add(number, new ApiKey(parts[0], role, parts[2], expiry));
    }

    private void add(int number, ApiKey key) {
        Integer earlier = lineOfHash.putIfAbsent(key.sha256(), number);
        if (earlier != null) {
            reject(number, "must differ from the key on line " + earlier);
        }
        keys.add(key);
    }

    private void reject(int number, String expected) {
        violations.add(new Violation("API key on line " + number, expected));
    }

    private static void addUnless(boolean right, String expected, List<String> wrong) {
        if (!right) {
            wrong.add(expected);
        }
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            return null;
        }
    }
}
