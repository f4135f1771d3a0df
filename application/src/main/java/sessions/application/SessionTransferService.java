package sessions.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.ContentTooLargeException;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionText;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.SessionTransfer;

/** Moves sessions out of and into one store, as of one time. */
record SessionTransferService(SessionStore store, Instant time, ExpiryPolicy expiry) implements SessionTransfer {

    @Override
    public long count() {
        return store.lists().count(SessionFilter.ALL, time);
    }

    @Override
    public List<SessionV1> read(@Nullable SessionCursor after, int limit) {
        return store.copies().readAfter(after, SessionFilter.ALL, time, limit);
    }

    @Override
    public List<SessionV1> find(Collection<SessionId> ids) {
        return store.copies().findAll(ids, time);
    }

    @Override
    public Addition add(List<SessionV1> sessions) {
        Map<SessionId, Rejection> rejected = rejected(sessions);
        List<SessionV1> acceptable = without(rejected, sessions);
        try {
            return new Addition(store.copies().insertMissing(acceptable), List.copyOf(rejected.values()));
        } catch (InvalidDataException | ContentTooLargeException notAllAccepted) {
            return oneByOne(acceptable, rejected.values());
        }
    }

    @Override
    public Addition dryRun(List<SessionV1> sessions) {
        Map<SessionId, Rejection> rejected = rejected(sessions);
        List<SessionId> acceptable = without(rejected, sessions).stream().map(SessionV1::id).toList();
        return new Addition(acceptable.size() - find(acceptable).size(), List.copyOf(rejected.values()));
    }

    /** Adds the sessions one by one, so that a session that the store cannot hold does not block the others. */
    private Addition oneByOne(List<SessionV1> sessions, Collection<Rejection> before) {
        List<Rejection> rejected = new ArrayList<>(before);
        int added = 0;
        for (SessionV1 session : sessions) {
            try {
                added += store.copies().insertMissing(List.of(session));
            } catch (InvalidDataException | ContentTooLargeException notAccepted) {
                rejected.add(new Rejection(session.id(), notAccepted.getMessage()));
            }
        }
        return new Addition(added, rejected);
    }

    private static List<SessionV1> without(Map<SessionId, Rejection> rejected, List<SessionV1> sessions) {
        return sessions.stream().filter(session -> !rejected.containsKey(session.id())).toList();
    }

    private static Map<SessionId, Rejection> rejected(List<SessionV1> sessions) {
        Map<SessionId, Rejection> rejected = new HashMap<>();
        sessions.forEach(session -> violation(session).ifPresent(
                violation -> rejected.put(session.id(), new Rejection(session.id(), violation.toString()))));
        return rejected;
    }

    /**
     * Returns the reason why the service would reject the session. An empty user id is accepted here, although such a
     * session cannot be opened.
     */
    private static Optional<Violation> violation(SessionV1 session) {
        return Stream.of(
                session.userId().isEmpty() ? null : SessionText.USER_ID.violation(session.userId()).orElse(null),
                violation(SessionText.USER_NAME, session.userName()), violation(SessionText.ADDRESS, session.address()),
                violation(SessionText.CLIENT, session.client())).filter(Objects::nonNull).findFirst();
    }

    private static @Nullable Violation violation(SessionText text, @Nullable String value) {
        return value == null ? null : text.violation(value).orElse(null);
    }
}
