package sessions.rest.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.StaleVersionException;
import sessions.wire.json.VersionText;

/** The versions that {@code If-Match} allows a change to start from (RFC 9110, 13.1.1). The store compares them. */
public final class IfMatch {

    /** A version that no session has: versions start at 1. */
    private static final long NO_VERSION = 0;

    private IfMatch() {
    }

    /**
     * Applies a change. If the header names several versions, tries one after the other.
     *
     * @param change takes the version to expect; null for any version
     * @throws PreconditionFailedException if the session has none of the versions
     * @throws sessions.domain.error.InvalidDataException if the header is malformed
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

    /**
     * Returns the versions that the tags stand for; {@link #NO_VERSION} for a weak tag or one that is not a version.
     */
    private static List<Long> versions(EntityTags tags) {
        return tags.tags().stream()
                .map(tag -> tag.weak() ? NO_VERSION : VersionText.parse(tag.value()).orElse(NO_VERSION))
                .distinct().toList();
    }
}
