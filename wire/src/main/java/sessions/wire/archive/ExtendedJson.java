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
 * Numbers in MongoDB Extended JSON 2.0, as MongoDB's tools export them: {@code {"$numberLong":"5"}} for 5. The original
 * service stores plain JSON, so its content has no other special types.
 */
final class ExtendedJson {

    private static final Set<String> NUMBERS = Set.of("$numberInt", "$numberLong", "$numberDouble", "$numberDecimal");

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private ExtendedJson() {
    }

    /** Returns the content with plain numbers. Objects that only look like such numbers are unchanged. */
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

    /** Starts at the name of the first member, which indicates a number. */
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

    /** Copies members from the current name, or from the object's end, to the end. */
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
