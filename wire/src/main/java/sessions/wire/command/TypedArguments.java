package sessions.wire.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidJsonException;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionText;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.JsonDocument;
import sessions.wire.json.JsonMembers;

/**
 * Takes arguments that come typed, not as JSON, by the rules of {@link SessionCommands} and with its words for what is wrong,
 * so that one error names every argument at fault. An empty text stands for null: who sends them cannot tell the two apart.
 * After the last one, {@link #throwIfInvalid()}; until then a required value that is missing reads as some other.
 */
public final class TypedArguments {

    private static final Json NULL = new Json("null");
    private static final Json REFUSED = new Json("{}");

    private final ArgumentReader arguments = new ArgumentReader(JsonMembers.ofTexts(Map.of()));

    /** A required text, as it is. */
    public String requiredText(SessionText text, String given) {
        return arguments.checked(text, given);
    }

    /** An optional text, null where it is empty. */
    public @Nullable String text(SessionText text, String given) {
        return given.isEmpty() ? null : arguments.checked(text, given);
    }

    /**
     * Optional content, null where it is empty or JSON's null.
     *
     * @param utf8 JSON text, of which nothing but white space around it changes
     */
    public @Nullable Json json(String name, byte[] utf8) {
        Json content = content(name, utf8);
        return content.isNull() ? null : content;
    }

    /** Required content: any JSON value but null. */
    public Json requiredJson(String name, byte[] utf8) {
        Json content = content(name, utf8);
        if (content.isNull()) {
            arguments.reject(name, "must not be null");
        }
        return content;
    }

    private Json content(String name, byte[] utf8) {
        if (utf8.length == 0) {
            return NULL;
        }
        try {
            return JsonDocument.read(utf8);
        } catch (InvalidJsonException malformed) {
            arguments.reject(name, "must be one JSON value: " + malformed.getMessage());
            return REFUSED;
        }
    }

    /** The filter of {@code get_sessions}, of texts by name. */
    public SessionFilter filter(Map<String, String> texts) {
        return FilterArguments.read(arguments.texts("filter", texts));
    }

    /**
     * The paging of {@code get_sessions}.
     *
     * @param take 0 for as many as the service allows
     */
    public Paging paging(long skip, int take, boolean total) {
        return PagingArguments.of(arguments, skip, take, total);
    }

    /**
     * Refuses what was wrong, if anything was.
     *
     * @throws sessions.domain.error.InvalidDataException naming all of it
     */
    public void throwIfInvalid() {
        arguments.throwIfInvalid();
    }
}
