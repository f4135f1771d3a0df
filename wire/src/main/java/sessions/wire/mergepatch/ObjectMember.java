package sessions.wire.mergepatch;

import org.jspecify.annotations.Nullable;
import sessions.wire.json.JsonScanner;

/** A member of an {@link ObjectPart}: its decoded name, and where it stands in the text that it was read from. */
final class ObjectMember {

    /** In place of {@link #previousEnd}: the member stands behind others than in its text. */
    private static final int APPENDED = -1;

    private final String text;
    private final String name;
    private final int previousEnd;
    private final int start;
    private final int valueStart;
    private JsonPart value;

    /** The member before this one that has the same name, as long as neither was touched. */
    private @Nullable ObjectMember sameNameBefore;
    private boolean dropped;

    private ObjectMember(String text, String name, int previousEnd, int start, int valueStart, JsonPart value) {
        this.text = text;
        this.name = name;
        this.previousEnd = previousEnd;
        this.start = start;
        this.valueStart = valueStart;
        this.value = value;
    }

    /**
     * Reads the member whose name the cursor is on.
     *
     * @param previousEnd the offset after the member before, or after the brace
     */
    static ObjectMember read(JsonScanner cursor, int previousEnd) {
        String name = cursor.name();
        int start = cursor.start();
        cursor.nextValue();
        int valueStart = cursor.start();
        return new ObjectMember(cursor.text(), name, previousEnd, start, valueStart, JsonPart.read(cursor));
    }

    /** The same member for the end of another object. */
    ObjectMember appended() {
        return new ObjectMember(text, name, APPENDED, start, valueStart, value);
    }

    String name() {
        return name;
    }

    int start() {
        return start;
    }

    JsonPart value() {
        return value;
    }

    boolean isDropped() {
        return dropped;
    }

    void follows(@Nullable ObjectMember sameName) {
        sameNameBefore = sameName;
    }

    /** Drops a member, if there is one, and all before it that have its name. */
    static void drop(@Nullable ObjectMember last) {
        for (ObjectMember member = last; member != null; member = member.sameNameBefore) {
            member.dropped = true;
        }
    }

    /** Merges a patch into the value; other members of the name go. */
    void merge(JsonPart patch) {
        drop(sameNameBefore);
        sameNameBefore = null;
        value = JsonPart.merge(value, patch);
    }

    /** Makes the value of a patch one of its result, where nothing was before. */
    void stripNulls() {
        value = JsonPart.merge(null, value);
    }

    /** Writes the comma, with the white space around it if this member follows another in its text. */
    void writeSeparatorTo(StringBuilder out) {
        if (previousEnd == APPENDED) {
            out.append(',');
        } else {
            out.append(text, previousEnd, start);
        }
    }

    void writeTo(StringBuilder out) {
        out.append(text, start, valueStart);
        value.writeTo(out);
    }
}
