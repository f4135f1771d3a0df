package sessions.wire.mergepatch;

import org.jspecify.annotations.Nullable;
import sessions.wire.json.JsonScanner;
import sessions.wire.json.ValueType;

/** A value in a JSON text, to be merged and written again. Merging changes parts, so each can be merged only once. */
sealed interface JsonPart permits OpaquePart, ObjectPart {

    /** Reads the value at the cursor. The parser limits the nesting, and therefore all recursion through parts. */
    static JsonPart read(JsonScanner cursor) {
        return cursor.type() == ValueType.MAP ? ObjectPart.read(cursor) : OpaquePart.read(cursor);
    }

    /** Returns the result of the function {@code MergePatch(Target, Patch)} of RFC 7396; a null target is absent. */
    static JsonPart merge(@Nullable JsonPart target, JsonPart patch) {
        if (!(patch instanceof ObjectPart changes)) {
            return patch;
        }
        return target instanceof ObjectPart object ? object.changedBy(changes) : changes.withoutNulls();
    }

    /** Returns the offset after this part in its text. */
    int end();

    void writeTo(StringBuilder out);
}
