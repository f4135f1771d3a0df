package sessions.rest;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sessions.domain.StaleVersionException;

/** The versions of which a change may start (RFC 9110, 13.1.1); the store itself compares them. */
final class IfMatch {

    static final String NAME = "If-Match";

    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,17}");
    private static final long NONE = 0;

    private IfMatch() {
    }

    /**
     * Applies a change that takes the version to expect, null for any. Of several versions one after the other is tried.
     *
     * @throws StaleVersionException where the session has none of them
     */
    static <T> T apply(Context ctx, Function<@Nullable Long, T> change) {
        List<Long> versions = EntityTags.of(ctx, NAME).filter(tags -> !tags.any()).map(IfMatch::versions)
                .orElse(List.of());
        return versions.isEmpty() ? change.apply(null) : applyToOneOf(versions, change);
    }

    private static <T> T applyToOneOf(List<Long> versions, Function<@Nullable Long, T> change) {
        try {
            return change.apply(versions.getFirst());
        } catch (StaleVersionException stale) {
            if (versions.size() == 1) {
                throw stale;
            }
            return applyToOneOf(versions.subList(1, versions.size()), change);
        }
    }

    /** The versions that the tags stand for; a weak tag, or one that is none of ours, is none that a session has. */
    private static List<Long> versions(EntityTags tags) {
        return tags.tags().stream()
                .map(tag -> !tag.weak() && VERSION.matcher(tag.value()).matches() ? Long.parseLong(tag.value()) : NONE)
                .distinct().toList();
    }
}
