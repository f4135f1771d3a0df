package sessions.wire.command;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.Violation;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionText;
import sessions.domain.model.TimeRange;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.JsonMembers;
import sessions.wire.json.TimeText;
import sessions.wire.json.ValueType;

/**
 * Reads a filter. Its values may be JSON strings, numbers or booleans; only their text counts. Null and the empty text
 * mean no restriction; unknown keys are ignored. Invalid values are rejected, because ignoring them would widen the
 * list.
 */
public final class FilterArguments {

    private static final Set<String> YES = Set.of("1", "true", "t", "yes", "y");
    private static final Set<String> NO = Set.of("0", "false", "f", "no", "n");

    /** No id or time has more digits, and very long numbers take very long to parse. */
    private static final int MAX_NUMBER = 40;

    private final ArgumentReader filter;

    private FilterArguments(ArgumentReader filter) {
        this.filter = filter;
    }

    public static SessionFilter read(ArgumentReader filter) {
        FilterArguments reader = new FilterArguments(filter);
        String id = reader.text("id");
        String userId = reader.userId();
        Boolean active = reader.active();
        TimeRange requested = new TimeRange(reader.time("from_time"), reader.time("to_time"));
        return new SessionFilter(id, userId, active, requested, TimeRange.ALL, null, null, null);
    }

    /**
     * Returns null if the user id is invalid, after recording the violation. The filter's own check would throw at once
     * and hide violations of other arguments.
     */
    private @Nullable String userId() {
        String text = text("user_id");
        if (text == null) {
            return null;
        }
        Optional<Violation> violation = SessionText.USER_ID.violation(text);
        violation.ifPresent(found -> filter.reject("user_id", found.problem()));
        return violation.isPresent() ? null : text;
    }

    private @Nullable Boolean active() {
        String text = text("active");
        if (text == null) {
            return null;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(lower) && !NO.contains(lower)) {
            filter.reject("active", "must be true or false (also 1/0, t/f, yes/no, y/n)");
            return null;
        }
        return YES.contains(lower);
    }

    private @Nullable Instant time(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        JsonMembers.Value value = filter.value(name);
        boolean number = value != null && value.type().isNumber();
        Instant time = TimeText.parse(text, number).orElse(null);
        if (time == null) {
            filter.reject(name, TimeText.EXPECTED);
        }
        return time;
    }

    private @Nullable String text(String name) {
        JsonMembers.Value value = filter.value(name);
        if (value == null) {
            return null;
        }
        String text = switch (value.type()) {
            case STRING -> value.string();
            case LONG, BOOLEAN -> value.text();
            case DOUBLE -> plain(name, value.text());
            case MAP, ARRAY, NULL -> {
                filter.rejectType(name, ValueType.STRING, value);
                yield null;
            }
        };
        return text == null || text.isEmpty() ? null : text;
    }

    /** Returns 1.50 and 1e2 as in the contract: 1.5 and 100. */
    private @Nullable String plain(String name, String number) {
        if (number.length() <= MAX_NUMBER) {
            try {
                BigDecimal value = new BigDecimal(number).stripTrailingZeros();
                if (Math.abs((long) value.scale()) <= MAX_NUMBER) {
                    return value.toPlainString();
                }
            } catch (ArithmeticException | NumberFormatException tooLarge) {
                // Rejected below, like all numbers that are too long or too large.
            }
        }
        filter.reject(name, "must be a text or a number of at most " + MAX_NUMBER + " digits");
        return null;
    }
}
