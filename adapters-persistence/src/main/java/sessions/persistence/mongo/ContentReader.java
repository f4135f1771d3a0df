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

/** Reads content into BSON, and refuses what BSON cannot carry with the same value. */
final class ContentReader {

    /** MongoDB nests documents up to 100 levels, of which the session's own is one. */
    static final int MAX_DEPTH = 99;

    private static final String LONE_SURROGATE = "must not hold a lone surrogate on this store";

    /** Names are not interned, because callers choose them; sizes are bounded by the size of the content. */
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
     * The value of content.
     *
     * @param field what holds it, for errors
     * @throws InvalidDataException where BSON cannot carry it
     */
    static BsonValue read(String field, Json content) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), content.text())) {
            parser.nextToken();
            return new ContentReader(field, parser).value(0);
        } catch (StreamReadException unreadable) { // of one JSON value only for this
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
                        .orElseThrow(() -> rejected("must hold numbers that a 64-bit integer, a"
                                + " double or a decimal of 34 digits can carry on this store"));
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
                throw rejected("must not have the character NUL in a key on this store");
            }
            parser.nextToken();
            if (object.put(key, value(depth)) != null) {
                throw rejected("must not have a key twice in one object on this store");
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
