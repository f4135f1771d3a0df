package sessions.wire.json;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers: requested counts, from 1 to a limit, and actual amounts, from 0. */
public final class CountReader {

    private static final Pattern FORM = Pattern.compile("0*[1-9]\\d{0,8}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,19}");

    private CountReader() {
    }

    /** Returns an optional count from a JSON number. */
    public static @Nullable Integer number(ArgumentReader members, String name, int most) {
        String text = integer(members, name);
        return text == null ? null : within(members, name, text, most);
    }

    /** Returns an optional amount from a JSON number. */
    static @Nullable Long amount(ArgumentReader members, String name, long most) {
        String text = integer(members, name);
        if (text == null) {
            return null;
        }
        Optional<Long> amount = amount(text).filter(number -> number <= most);
        if (amount.isEmpty()) {
            members.reject(name, "must be a whole number from 0 to " + most);
        }
        return amount.orElse(null);
    }

    private static Optional<Long> amount(String text) {
        try {
            return AMOUNT.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private static @Nullable String integer(ArgumentReader members, String name) {
        JsonMembers.Value value = members.value(name);
        if (value == null || value.type() == ValueType.LONG) {
            return value == null ? null : value.text();
        }
        members.rejectType(name, ValueType.LONG, value);
        return null;
    }

    /** Returns an optional count from a text. */
    public static @Nullable Integer text(ArgumentReader query, String name, int most) {
        String text = query.text(name);
        return text == null ? null : within(query, name, text, most);
    }

    private static @Nullable Integer within(ArgumentReader arguments, String name, String text, int most) {
        Optional<Integer> count = FORM.matcher(text).matches()
                ? Optional.of(Integer.valueOf(text)).filter(number -> number <= most)
                : Optional.empty();
        if (count.isEmpty()) {
            arguments.reject(name, "must be a whole number from 1 to " + most);
        }
        return count.orElse(null);
    }
}
