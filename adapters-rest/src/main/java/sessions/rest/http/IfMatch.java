package sessions.rest.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.StaleVersionException;
import sessions.wire.json.VersionText;

/** The versions of which a change may start (RFC 9110, 13.1.1); the store itself compares them. */
public final class IfMatch {

    /** No session has it. */
    private static final long NO_VERSION = 0;

    private IfMatch() {
    }

    /**
     * Applies a change that takes the version to expect, null for any. Of several versions one after the other is tried.
     *
     * @throws PreconditionFailedException where the session has none of them
     * @throws sessions.domain.error.InvalidDataException where the header is malformed
     */
    public static <T> T apply(Context ctx, Function<@Nullable Long, T> change) {
        List<Long> versions = EntityTags.of(ctx, ConditionalHeaders.IF_MATCH).filter(tags -> !tags.any())
                .map(IfMatch::versions).orElse(List.of());
        return versions.isEmpty() ? change.apply(null) : applyToOneOf(versions, change);
    }

    private static <T> T applyToOneOf(List<Long> versions, Function<@Nullable Long, T> change) {
        try {
            return change.apply(versions.getFirst());
        } catch (StaleVersionException stale) {
            if (versions.size() == 1) {
                throw new PreconditionFailedException(stale, versions.equals(List.of(NO_VERSION)));
            }
            return applyToOneOf(versions.subList(1, versions.size()), change);
        }
    }

    /** The versions that the tags stand for; a weak tag, or one that is none of ours, is none that a session has. */
    private static List<Long> versions(EntityTags tags) {
        return tags.tags().stream()
                .map(tag -> tag.weak() ? NO_VERSION : VersionText.parse(tag.value()).orElse(NO_VERSION))
                .distinct().toList();
    }
}
