package sessions.wire.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidJsonException;
import sessions.wire.json.RecordingReader;
import sessions.wire.json.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Iterates over the documents in a file of sessions. Needs only the memory for the largest document, regardless of the
 * size of the file. The file can be a JSON array of documents, a JSON object with documents as values, or a sequence of
 * documents, each on its own line or not. A file with only white space has no documents.
 *
 * <p>{@link #hasNext()} and {@link #next()} throw {@link InvalidJsonException}, with line and column, if the file is
 * not such JSON in UTF-8; then reading cannot continue. They throw {@link UncheckedIOException} if the file cannot be
 * read.
 */
public final class SessionDocuments implements Iterator<SessionDocuments.Document>, AutoCloseable {

    private final RecordingReader source;
    private final JsonParser parser;
    private Form form = Form.UNKNOWN;
    private @Nullable Document nextDocument;
    private long number;

    private SessionDocuments(RecordingReader source) {
        this.source = source;
        this.parser = StrictJson.FILE.parser(source);
    }

    /**
     * One document: any JSON value; only its syntax has been checked.
     *
     * @param text the unchanged text
     * @param number its position among the documents, starting at 1
     * @param line the line on which it starts, starting at 1
     */
    public record Document(String text, long number, long line) {

        /** Shows only the position, because the text contains a session's id and content. */
        @Override
        public String toString() {
            return "Document[number " + number + ", line " + line + "]";
        }
    }

    private enum Form {
        UNKNOWN,
        ARRAY,
        VALUES,
        SEQUENCE,
        ENDED
    }

    /**
     * Opens a file.
     *
     * @param utf8 the file's content; closed together with the result
     */
    public static SessionDocuments read(InputStream utf8) {
        // A decoder reports malformed input; the charset alone would replace it.
        return new SessionDocuments(new RecordingReader(
                new BufferedReader(new InputStreamReader(utf8, StandardCharsets.UTF_8.newDecoder()))));
    }

    @Override
    public boolean hasNext() {
        if (nextDocument == null) {
            nextDocument = readOrThrow();
        }
        return nextDocument != null;
    }

    @Override
    public Document next() {
        if (!hasNext() || nextDocument == null) {
            throw new NoSuchElementException();
        }
        Document next = nextDocument;
        nextDocument = null;
        return next;
    }

    @Override
    public void close() {
        try (source) {
            parser.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private @Nullable Document readOrThrow() {
        try {
            return read();
        } catch (JacksonIOException failed) {
            if (failed.getCause() instanceof CharacterCodingException) {
                throw new InvalidJsonException(
                        "The text is not UTF-8 after line " + parser.currentLocation().getLineNr());
            }
            throw new UncheckedIOException(failed.getCause());
        } catch (JacksonException invalid) {
            throw StrictJson.rejected(invalid);
        }
    }

    private @Nullable Document read() {
        return switch (form) {
            case UNKNOWN -> readFirst();
            case ARRAY -> parser.nextToken() == JsonToken.END_ARRAY ? end() : current();
            case VALUES -> parser.nextToken() == JsonToken.END_OBJECT ? end() : currentValue();
            case SEQUENCE -> parser.nextToken() == null ? end() : current();
            case ENDED -> null;
        };
    }

    private @Nullable Document readFirst() {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            form = Form.ARRAY;
            return read();
        }
        if (first == JsonToken.START_OBJECT) {
            return readFirstOfObject();
        }
        form = Form.SEQUENCE;
        return first == null ? end() : current();
    }

    /** An object is a document, unless its first member is another object with a name that sessions do not have. */
    private @Nullable Document readFirstOfObject() {
        long start = parser.currentTokenLocation().getCharOffset();
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            return end();
        }
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_OBJECT && !StoredSession.KEYS.contains(name)) {
            form = Form.VALUES;
            return current();
        }
        form = Form.SEQUENCE;
        while (!parser.streamReadContext().inRoot()) {
            parser.nextToken();
        }
        return document(start, line);
    }

    private Document currentValue() {
        parser.nextToken();
        return current();
    }

    /** Returns the value at the parser's position. */
    private Document current() {
        long start = parser.currentTokenLocation().getCharOffset();
        int line = parser.currentTokenLocation().getLineNr();
        parser.skipChildren();
        parser.finishToken();
        return document(start, line);
    }

    private Document document(long start, int line) {
        long end = parser.currentLocation().getCharOffset();
        String text = source.text(start, end).strip();
        source.forgetBefore(end);
        number++;
        return new Document(text, number, line);
    }

    private @Nullable Document end() {
        form = Form.ENDED;
        if (parser.nextToken() != null) {
            throw new InvalidJsonException(
                    "There is text after the end of the JSON" + StrictJson.at(parser.currentTokenLocation()));
        }
        return null;
    }
}
