package sessions.wire.json;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers: from 1 up to a limit, how much of something is wanted; from 0, how much there is. */
public final class CountReader {

    private static final Pattern FORM = Pattern.compile("0*[1-9]\\d{0,8}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,19}");

    private CountReader() {
    }

    /** An optional count that is a JSON number. */
    public static @Nullable Integer number(ArgumentReader members, String name, int most) {
        String text = integer(members, name);
        return text == null ? null : within(members, name, text, most);
    }

    /** An optional amount that is a JSON number. */
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
        members.rejectType(name, ValueType.LONG.label(), value);
        return null;
    }

    /** An optional count that was given as a text. */
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
