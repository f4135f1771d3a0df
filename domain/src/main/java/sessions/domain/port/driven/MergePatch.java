package sessions.domain.port.driven;

import org.jspecify.annotations.Nullable;
import sessions.domain.error.ContentTooLargeException;
import sessions.domain.model.Json;

/**
 * Changes parts of content by JSON Merge Patch (RFC 7396). A driven port, because the domain does not parse JSON.
 *
 * <ul>
 * <li>A patch that is an object changes the members that it names and no others: null removes one, any other value is
 * merged with what stands there, or added. A target that is no object counts as an object without members.
 * <li>A patch that is no object is itself the result.
 * <li><b>Text</b>: what the patch does not touch comes back as it was given: digits, escapes, the order of members,
 * repeated names and white space.
 * <li><b>Repeated names</b>: of members of the target that share a name which the patch touches, the last counts and
 * the others go. Members of the patch that share a name apply one after the other.
 * </ul>
 *
 * Thread-safe, and without effect but the result.
 */
@FunctionalInterface
public interface MergePatch {

    /**
     * The target with the patch applied.
     *
     * @param target null where there is no content yet, which counts as an object without members
     * @return never null; may be {@linkplain Json#isNull JSON's null}, if that is the patch
     * @throws ContentTooLargeException where the result would be larger than allowed
     */
    Json apply(@Nullable Json target, Json patch);
}
