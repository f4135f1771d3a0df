package sessions.domain.port.driven;

import org.jspecify.annotations.Nullable;
import sessions.domain.error.ContentTooLargeException;
import sessions.domain.model.Json;

/**
 * Changes parts of content by JSON Merge Patch (RFC 7396). A driven port, because the domain does not parse JSON.
 *
 * <ul>
 * <li>If the patch is an object, it changes only the members that it names: null removes a member; any other value is
 * merged with the existing value, or added. A target that is not an object counts as an object without members.
 * <li>If the patch is not an object, it is the result.
 * <li><b>Text</b>: everything that the patch does not touch stays unchanged: digits, escapes, the order of members,
 * repeated names and white space.
 * <li><b>Repeated names</b>: if the patch touches a name that the target has several times, the last member counts and
 * the others are removed. Members of the patch with the same name apply one after the other.
 * </ul>
 *
 * Thread-safe and without side effects.
 */
@FunctionalInterface
public interface MergePatch {

    /**
     * Returns the target with the patch applied.
     *
     * @param target null if there is no content yet, which counts as an object without members
     * @return never null; may be {@linkplain Json#isNull JSON null}, if that is the patch
     * @throws ContentTooLargeException if the result would exceed the limit
     */
    Json apply(@Nullable Json target, Json patch);
}
