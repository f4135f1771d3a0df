package sessions.wire.resource;

import java.util.List;
import java.util.Map;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.JsonMembers;

/** The query of a request for one session. It may ask for the session only while it is active. */
public final class ActiveQuery {

    private static final String FIELD = "active";
    private static final String TRUE = "true";

    /** The parameters that ask for an active session. */
    public static final Map<String, String> ACTIVE = Map.of(FIELD, TRUE);

    private ActiveQuery() {
    }

    /**
     * Returns whether the request asks for an active session only.
     *
     * @throws sessions.domain.error.InvalidDataException if a parameter is unknown, repeated, or has another value
     */
    public static boolean read(Map<String, List<String>> parameters) {
        ArgumentReader query = new ArgumentReader(JsonMembers.ofTexts(parameters));
        String active = query.text(FIELD);
        if (active != null && !active.equals(TRUE)) {
            query.reject(FIELD, "must be true; omit it to also get an ended session");
        }
        query.rejectUnknown();
        query.throwIfInvalid();
        return active != null;
    }
}
