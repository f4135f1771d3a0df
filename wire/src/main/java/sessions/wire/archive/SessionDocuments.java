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
 * The documents in a file of sessions, one at a time, so that a file of any size is read in the space of its largest
 * document. The file may be one JSON array of them, one JSON object whose values they are, or the documents one after the
 * other, on lines of their own or not. A file that holds nothing but white space has none.
 *
 * <p>{@link #hasNext()} and {@link #next()} throw {@link InvalidJsonException}, which names line and column, where the file
 * is not such JSON in UTF-8; there is no going on behind that. They throw {@link UncheckedIOException} where it cannot be
 * read.
 */
public final class SessionDocuments implements Iterator<SessionDocuments.Document>, AutoCloseable {

    private final RecordingReader source;
    private final JsonParser parser;
    private Form form = Form.UNKNOWN;
    private @Nullable Document upcoming;
    private long number;

    private SessionDocuments(RecordingReader source) {
        this.source = source;
        this.parser = StrictJson.FILE.parser(source);
    }

    /**
     * One document; any JSON value, of which only the syntax was checked.
     *
     * @param text its very text
     * @param number its place among the documents, from 1 on
     * @param line the line on which it starts, from 1 on
     */
    public record Document(String text, long number, long line) {

        /** Its place only: it holds a session's id and content. */
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
     * Starts to read.
     *
     * @param utf8 what to read; closed with this
     */
    public static SessionDocuments read(InputStream utf8) {
        // A decoder of its own reports what is malformed, where the charset alone would replace it.
        return new SessionDocuments(new RecordingReader(
                new BufferedReader(new InputStreamReader(utf8, StandardCharsets.UTF_8.newDecoder()))));
    }

    @Override
    public boolean hasNext() {
        if (upcoming == null) {
            upcoming = guardedRead();
        }
        return upcoming != null;
    }

    @Override
    public Document next() {
        if (!hasNext() || upcoming == null) {
            throw new NoSuchElementException();
        }
        Document next = upcoming;
        upcoming = null;
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

    private @Nullable Document guardedRead() {
        try {
            return read();
        } catch (JacksonIOException failed) {
            if (failed.getCause() instanceof CharacterCodingException) {
                throw new InvalidJsonException(
                        "The text is not UTF-8 behind line " + parser.currentLocation().getLineNr());
            }
            throw new UncheckedIOException(failed.getCause());
        } catch (JacksonException invalid) {
            throw StrictJson.rejected(invalid);
        }
    }

    private @Nullable Document read() {
        return switch (form) {
            case UNKNOWN -> readFirst();
            case ARRAY -> parser.nextToken() == JsonToken.END_ARRAY ? end() : taken();
            case VALUES -> parser.nextToken() == JsonToken.END_OBJECT ? end() : takenValue();
            case SEQUENCE -> parser.nextToken() == null ? end() : taken();
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
        return first == null ? end() : taken();
    }

    /** An object is a document itself, unless its first member has another object under a name that is none of a session. */
    private @Nullable Document readFirstOfObject() {
        long start = parser.currentTokenLocation().getCharOffset();
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            return end();
        }
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_OBJECT && !StoredSession.KEYS.contains(name)) {
            form = Form.VALUES;
            return taken();
        }
        form = Form.SEQUENCE;
        while (!parser.streamReadContext().inRoot()) {
            parser.nextToken();
        }
        return document(start, line);
    }

    private Document takenValue() {
        parser.nextToken();
        return taken();
    }

    /** The value that the parser is on. */
    private Document taken() {
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
                    "The JSON goes on behind its end" + StrictJson.at(parser.currentTokenLocation()));
        }
        return null;
    }
}
