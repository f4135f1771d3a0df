package sessions.wire.archive;

import java.util.Set;
import java.util.regex.Pattern;
import sessions.domain.model.Json;
import sessions.wire.json.StrictJson;
import sessions.wire.session.SessionJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Numbers as MongoDB's tools export them, MongoDB Extended JSON 2.0: {@code {"$numberLong":"5"}} for 5. The original
 * stores plain JSON, so that no other of its types comes up in content.
 */
final class ExtendedJson {

    private static final Set<String> NUMBERS = Set.of("$numberInt", "$numberLong", "$numberDouble", "$numberDecimal");

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private ExtendedJson() {
    }

    /** The same content with plain numbers. What looks like such a number but is none stays as it is. */
    static Json plain(Json content) {
        if (!content.text().contains("\"$number")) {
            return content;
        }
        return new Json(StrictJson.CONTENT.parse(content.text(),
                parser -> SessionJson.written(json -> copyValue(parser, json))));
    }

    private static void copyValue(JsonParser parser, JsonGenerator json) {
        switch (parser.currentToken()) {
            case START_OBJECT -> copyObject(parser, json);
            case START_ARRAY -> {
                json.writeStartArray();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    copyValue(parser, json);
                }
                json.writeEndArray();
            }
            default -> json.copyCurrentEventExact(parser);
        }
    }

    private static void copyObject(JsonParser parser, JsonGenerator json) {
        if (parser.nextToken() == JsonToken.PROPERTY_NAME && NUMBERS.contains(parser.currentName())) {
            copyNumber(parser, json);
        } else {
            json.writeStartObject();
            copyMembers(parser, json);
        }
    }

    /** From the first member's name on, which says that a number may follow. */
    private static void copyNumber(JsonParser parser, JsonGenerator json) {
        String name = parser.currentName();
        boolean number = parser.nextToken() == JsonToken.VALUE_STRING && NUMBER.matcher(parser.getString()).matches();
        String digits = number ? parser.getString() : "";
        if (number && parser.nextToken() == JsonToken.END_OBJECT) {
            json.writeNumber(digits);
            return;
        }
        json.writeStartObject();
        json.writeName(name);
        if (number) {
            json.writeString(digits);
        } else {
            copyValue(parser, json);
            parser.nextToken();
        }
        copyMembers(parser, json);
    }

    /** From a member's name, or the object's end, to the end. */
    private static void copyMembers(JsonParser parser, JsonGenerator json) {
        while (parser.currentToken() == JsonToken.PROPERTY_NAME) {
            json.writeName(parser.currentName());
            parser.nextToken();
            copyValue(parser, json);
            parser.nextToken();
        }
        json.writeEndObject();
    }
}
