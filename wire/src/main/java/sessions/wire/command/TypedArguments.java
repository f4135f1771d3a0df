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
 * Reads typed arguments instead of JSON, with the rules and messages of {@link SessionCommands}. One error names all
 * invalid arguments. An empty text counts as null, because such callers cannot distinguish them. Call
 * {@link #throwIfInvalid()} after the last argument; until then, a missing required value reads as a placeholder.
 */
public final class TypedArguments {

    private static final Json NULL = new Json("null");
    private static final Json PLACEHOLDER = new Json("{}");

    private final ArgumentReader arguments = new ArgumentReader(JsonMembers.ofTexts(Map.of()));

    /** Returns a required text. */
    public String requiredText(SessionText text, String given) {
        return arguments.checked(text, given);
    }

    /** Returns an optional text, null if it is empty. */
    public @Nullable String text(SessionText text, String given) {
        return given.isEmpty() ? null : arguments.checked(text, given);
    }

    /**
     * Returns optional content, null if it is empty or JSON null.
     *
     * @param utf8 JSON text; unchanged except for white space around it
     */
    public @Nullable Json json(String name, byte[] utf8) {
        Json content = content(name, utf8);
        return content.isNull() ? null : content;
    }

    /** Returns required content: any JSON value except null. */
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
            return PLACEHOLDER;
        }
    }

    /** Returns the filter of {@code get_sessions} from texts by name. */
    public SessionFilter filter(Map<String, String> texts) {
        return FilterArguments.read(arguments.texts("filter", texts));
    }

    /**
     * Returns the paging of {@code get_sessions}.
     *
     * @param take 0 for the service's maximum
     */
    public Paging paging(long skip, int take, boolean total) {
        return PagingArguments.of(arguments, skip, take, total);
    }

    /**
     * Throws an exception for all violations, if there are any.
     *
     * @throws sessions.domain.error.InvalidDataException naming all violations
     */
    public void throwIfInvalid() {
        arguments.throwIfInvalid();
    }
}
