package sessions.persistence.mongo;

import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.Json;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Reads content as BSON, and rejects values that BSON cannot represent. */
final class ContentReader {

    /** MongoDB allows 100 levels of nesting, of which the session's document is one. */
    static final int MAX_DEPTH = 99;

    private static final String LONE_SURROGATE = "must not contain a lone surrogate on this store";

    /** Does not intern names, because callers choose them. The size of the content limits all sizes. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE).maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE).build())
            .build();

    private final String field;
    private final JsonParser parser;

    private ContentReader(String field, JsonParser parser) {
        this.field = field;
        this.parser = parser;
    }

    /**
     * Reads content.
     *
     * @param field the field that contains it, for error messages
     * @throws InvalidDataException if BSON cannot represent it
     */
    static BsonValue read(String field, Json content) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), content.text())) {
            parser.nextToken();
            return new ContentReader(field, parser).value(0);
        } catch (StreamReadException unreadable) { // the only cause within one JSON value
            throw InvalidDataException.of(field, LONE_SURROGATE);
        }
    }

    private BsonValue value(int depth) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(deeper(depth));
            case START_ARRAY -> array(deeper(depth));
            case VALUE_STRING -> new BsonString(wellFormed(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                BsonNumbers.read(parser.getString())
                        .orElseThrow(() -> rejected("must contain only numbers that fit a 64-bit integer, a double"
                                + " or a decimal of 34 digits on this store"));
            case VALUE_TRUE -> BsonBoolean.TRUE;
            case VALUE_FALSE -> BsonBoolean.FALSE;
            case VALUE_NULL -> BsonNull.VALUE;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("content is one JSON value");
        };
    }

    private BsonDocument object(int depth) {
        BsonDocument object = new BsonDocument();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = wellFormed(parser.currentName());
            if (key.indexOf('\0') >= 0) {
                throw rejected("must not contain the character NUL in a key on this store");
            }
            parser.nextToken();
            if (object.put(key, value(depth)) != null) {
                throw rejected("must not repeat a key in one object on this store");
            }
        }
        return object;
    }

    private BsonArray array(int depth) {
        BsonArray array = new BsonArray();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(depth));
        }
        return array;
    }

    private int deeper(int depth) {
        if (depth == MAX_DEPTH) {
            throw rejected("must not nest deeper than " + MAX_DEPTH + " levels on this store");
        }
        return depth + 1;
    }

    private String wellFormed(String text) {
        if (text.codePoints().anyMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE)) {
            throw rejected(LONE_SURROGATE);
        }
        return text;
    }

    private InvalidDataException rejected(String problem) {
        return InvalidDataException.of(field, problem);
    }
}
