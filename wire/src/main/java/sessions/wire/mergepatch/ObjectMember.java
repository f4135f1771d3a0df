package sessions.wire.mergepatch;

import org.jspecify.annotations.Nullable;
import sessions.wire.json.JsonScanner;

/** A member of an {@link ObjectPart}: its decoded name and its position in its text. */
final class ObjectMember {

    /** Replaces {@link #gapStart} if the member was appended to another object. */
    private static final int APPENDED = -1;

    private final String text;
    private final String name;
    private final int gapStart;
    private final int start;
    private final int valueStart;
    private JsonPart value;

    /** The previous member with the same name, until one of them is changed. */
    private @Nullable ObjectMember sameNameBefore;
    private boolean dropped;

    private ObjectMember(String text, String name, int gapStart, int start, int valueStart, JsonPart value) {
        this.text = text;
        this.name = name;
        this.gapStart = gapStart;
        this.start = start;
        this.valueStart = valueStart;
        this.value = value;
    }

    /**
     * Reads the member at the cursor, which is at its name.
     *
     * @param gapStart the offset after the previous member, or after the brace
     */
    static ObjectMember read(JsonScanner cursor, int gapStart) {
        String name = cursor.name();
        int start = cursor.start();
        cursor.nextValue();
        int valueStart = cursor.start();
        return new ObjectMember(cursor.text(), name, gapStart, start, valueStart, JsonPart.read(cursor));
    }

    /** Returns the same member, to be appended to another object. */
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

    /** Drops a member, if there is one, and all previous members with the same name. */
    static void drop(@Nullable ObjectMember last) {
        for (ObjectMember member = last; member != null; member = member.sameNameBefore) {
            member.dropped = true;
        }
    }

    /** Merges a patch into the value; drops the other members with the same name. */
    void merge(JsonPart patch) {
        drop(sameNameBefore);
        sameNameBefore = null;
        value = JsonPart.merge(value, patch);
    }

    /** Turns a value of a patch into a value of the result, if there was no value before. */
    void stripNulls() {
        value = JsonPart.merge(null, value);
    }

    /** Writes the comma. If this member follows another in its text, also writes the white space around it. */
    void writeSeparatorTo(StringBuilder out) {
        if (gapStart == APPENDED) {
            out.append(',');
        } else {
            out.append(text, gapStart, start);
        }
    }

    void writeTo(StringBuilder out) {
        out.append(text, start, valueStart);
        value.writeTo(out);
    }
}
