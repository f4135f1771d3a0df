package sessions.domain.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of sessions, newest first by open time and then id, without content.
 *
 * @param total the number of all matching sessions, or null if it was not requested
 * @param data the sessions of this page
 */
public record SessionPage(@Nullable Long total, List<SessionV1> data) {

    public SessionPage {
        data = List.copyOf(data);
    }
}
