package sessions.wire;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers from 1 up to a limit: how much of something is wanted. */
final class CountReader {

    private static final Pattern FORM = Pattern.compile("0*[1-9]\\d{0,8}");

    private CountReader() {
    }

    /** An optional count that is a JSON number. */
    static @Nullable Integer number(ArgumentReader members, String name, int most) {
        Arguments.Value value = members.value(name);
        if (value == null) {
            return null;
        }
        if (value.type() != ValueType.LONG) {
            members.refuseType(name, ValueType.LONG.label(), value);
            return null;
        }
        return within(members, name, value.text(), most);
    }

    /** An optional count that was given as a text. */
    static @Nullable Integer text(ArgumentReader query, String name, int most) {
        String text = query.text(name);
        return text == null ? null : within(query, name, text, most);
    }

    private static @Nullable Integer within(ArgumentReader arguments, String name, String text, int most) {
        Optional<Integer> count = FORM.matcher(text).matches()
                ? Optional.of(Integer.valueOf(text)).filter(number -> number <= most)
                : Optional.empty();
        if (count.isEmpty()) {
            arguments.refuse(name, "must be a whole number from 1 to " + most);
        }
        return count.orElse(null);
    }
}
