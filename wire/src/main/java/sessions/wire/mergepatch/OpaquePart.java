package sessions.wire.mergepatch;

import sessions.wire.json.JsonScanner;
import sessions.wire.json.ValueType;

/** An array or a scalar, which is merged as a whole. */
record OpaquePart(String text, int start, int end, boolean isNull) implements JsonPart {

    static OpaquePart read(JsonScanner cursor) {
        boolean isNull = cursor.type() == ValueType.NULL;
        return new OpaquePart(cursor.text(), cursor.start(), cursor.end(), isNull);
    }

    @Override
    public void writeTo(StringBuilder out) {
        out.append(text, start, end);
    }
}
