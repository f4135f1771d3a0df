package sessions.wire.mergepatch;

import org.jspecify.annotations.Nullable;
import sessions.domain.error.ContentTooLargeException;
import sessions.domain.error.InvalidJsonException;
import sessions.domain.model.Json;
import sessions.domain.port.driven.MergePatch;
import sessions.wire.json.StrictJson;
import sessions.wire.json.Utf8;

/**
 * JSON Merge Patch on text. Each text is parsed once, and the result is assembled from parts of both. Takes time and
 * memory proportional to their lengths.
 */
public final class JsonMergePatch implements MergePatch {

    private final int maxBytes;

    /** @param maxBytes the largest result, in bytes of UTF-8 */
    public JsonMergePatch(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a text is not JSON or nested too deeply, which should have been rejected
     *         earlier
     */
    @Override
    public Json apply(@Nullable Json target, Json patch) {
        JsonPart changes = parse(patch);
        Json result = changes instanceof ObjectPart ? merge(target, changes) : patch;
        if (Utf8.length(result.text()) > maxBytes) {
            throw new ContentTooLargeException("The content with the patch applied", maxBytes);
        }
        return result;
    }

    private static Json merge(@Nullable Json target, JsonPart changes) {
        JsonPart merged = JsonPart.merge(target == null ? null : parse(target), changes);
        StringBuilder result = new StringBuilder();
        merged.writeTo(result);
        return new Json(result.toString());
    }

    private static JsonPart parse(Json content) {
        try {
            return StrictJson.CONTENT.read(content.text(), JsonPart::read);
        } catch (InvalidJsonException invalid) {
            // Not an error of the caller: the text was checked when it was received.
            throw new IllegalArgumentException("content that is not valid JSON", invalid);
        }
    }
}
