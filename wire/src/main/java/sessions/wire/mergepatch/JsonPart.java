package sessions.wire.mergepatch;

import org.jspecify.annotations.Nullable;
import sessions.wire.json.JsonScanner;
import sessions.wire.json.ValueType;

/** A value within a JSON text, to be merged and written again. Merging uses parts up: each counts once only. */
sealed interface JsonPart permits OpaquePart, ObjectPart {

    /** The value at the cursor. The parser bounds how deep values nest, and with that all recursion through parts. */
    static JsonPart read(JsonScanner cursor) {
        return cursor.type() == ValueType.MAP ? ObjectPart.read(cursor) : OpaquePart.read(cursor);
    }

    /** The function {@code MergePatch(Target, Patch)} of RFC 7396; a null target is an absent one. */
    static JsonPart merge(@Nullable JsonPart target, JsonPart patch) {
        if (!(patch instanceof ObjectPart changes)) {
            return patch;
        }
        return target instanceof ObjectPart object ? object.changedBy(changes) : changes.withoutNulls();
    }

    /** The offset after it in the text that it was read from. */
    int end();

    void writeTo(StringBuilder out);
}
