package sessions.rest;

import java.util.Map;
import sessions.domain.error.StaleVersionException;

/** The session has none of the versions that a request names in {@code If-Match}. */
final class PreconditionFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final StaleVersionException stale;
    private final boolean namesNoVersion;

    /** @param namesNoVersion whether no tag of the request could be one of a session */
    PreconditionFailed(StaleVersionException stale, boolean namesNoVersion) {
        super(stale);
        this.stale = stale;
        this.namesNoVersion = namesNoVersion;
    }

    /** For the caller. */
    String explanation() {
        return namesNoVersion
                ? "If-Match holds no strong entity tag of a session, such as \"3\"; weak ones never match"
                : stale.getMessage();
    }

    Map<String, String> details() {
        return stale.details();
    }
}
