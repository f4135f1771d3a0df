package sessions.wire.json;

import java.io.Reader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidJsonException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads documents strictly by RFC 8259, with a limit on nesting. */
public final class StrictJson {

    /** The maximum nesting depth of content. */
    static final int MAX_DEPTH = 500;

    /** For documents that are content. */
    public static final StrictJson CONTENT = new StrictJson(MAX_DEPTH);

    /** For objects whose members are content. */
    static final StrictJson ENVELOPE = new StrictJson(MAX_DEPTH + 1);

    /** For files and messages that contain such objects in an array or object. */
    public static final StrictJson FILE = new StrictJson(MAX_DEPTH + 2);

    private final JsonFactory factory;

    /** Sizes are limited by the size of the body. Names are not interned, because callers choose them. */
    private StrictJson(int maxDepth) {
        factory = JsonFactory.builder()
                .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(maxDepth)
                        .maxNameLength(Integer.MAX_VALUE).maxStringLength(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE).build())
                .build();
    }

    /**
     * Reads a whole document.
     *
     * @param reader reads from a cursor at the document's value; the rest is checked as well
     * @throws InvalidJsonException if the document is not one JSON value, or is nested too deeply
     */
    public <T> T read(String document, Function<JsonScanner, T> reader) {
        return parse(document, parser -> reader.apply(new JsonScanner(document, parser)));
    }

    /** Reads a whole document token by token, otherwise like {@link #read}. */
    public <T> T parse(String document, Function<JsonParser, T> reader) {
        if (document.isEmpty()) {
            throw new InvalidJsonException("The body is empty; JSON is expected");
        }
        char[] text = document.toCharArray();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text, 0, text.length)) {
            if (parser.nextToken() == null) {
                throw new InvalidJsonException("The body contains only white space; JSON is expected");
            }
            T value = reader.apply(parser);
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new InvalidJsonException("The body contains more than one JSON value");
            }
            return value;
        } catch (JacksonException invalid) {
            throw rejected(invalid);
        }
    }

    /** Returns a parser for a stream. */
    public JsonParser parser(Reader source) {
        return factory.createParser(ObjectReadContext.empty(), source);
    }

    /** Returns the exception for a parser's error, in the service's own words. */
    public static InvalidJsonException rejected(JacksonException invalid) {
        return new InvalidJsonException(invalid instanceof StreamConstraintsException
                ? "The JSON nests deeper than " + MAX_DEPTH + " levels"
                : "The JSON is malformed" + at(invalid.getLocation()));
    }

    public static String at(@Nullable TokenStreamLocation location) {
        return location == null
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
