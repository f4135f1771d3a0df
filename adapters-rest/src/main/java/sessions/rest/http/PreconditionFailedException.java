package sessions.rest.http;

import java.util.Map;
import sessions.domain.error.StaleVersionException;

/** The session has none of the versions that a request names in {@code If-Match}. */
final class PreconditionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final StaleVersionException stale;
    private final boolean namesNoVersion;

    /** @param namesNoVersion whether no tag of the request can be the tag of a session */
    PreconditionFailedException(StaleVersionException stale, boolean namesNoVersion) {
        super(stale);
        this.stale = stale;
        this.namesNoVersion = namesNoVersion;
    }

    /** Returns the message for the caller. */
    String explanation() {
        return namesNoVersion
                ? "If-Match contains no strong entity tag of a session, such as \"3\"; weak entity tags never match"
                : stale.getMessage();
    }

    Map<String, String> details() {
        return stale.details();
    }
}
