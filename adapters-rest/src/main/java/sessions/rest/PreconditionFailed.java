package sessions.rest;

import sessions.domain.StaleVersionException;

/** The session has none of the versions that a request names in {@code If-Match}. */
final class PreconditionFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final StaleVersionException stale;

    PreconditionFailed(StaleVersionException stale) {
        super(stale);
        this.stale = stale;
    }

    StaleVersionException stale() {
        return stale;
    }
}
