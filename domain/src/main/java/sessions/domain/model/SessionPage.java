package sessions.domain.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list of sessions, newest first by open time and then id, without their content.
 *
 * @param total how many sessions match in all, or null where that was not asked for
 * @param data the sessions of this page
 */
public record SessionPage(@Nullable Long total, List<SessionV1> data) {

    public SessionPage {
        data = List.copyOf(data);
    }
}
