package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;

/** Fills and compares stores while no other process has them open. */
public final class StoredSessions {

    private static final ExpiryPolicy ONE_DAY = new ExpiryPolicy(Duration.ofDays(1), null);
    private static final int AT_ONCE = 500;
    private static final int COMPARED_AT_ONCE = 50;

    private StoredSessions() {
    }

    /** The content of a session, by its number from 0. */
    public interface Content {
        Json of(int index);
    }

    /** Adds active sessions, opened a few at a time. */
    public static void fill(String store, int count, Content content) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusMillis(count);
        try (SessionStore open = open(store)) {
            for (int first = 0; first < count; first += AT_ONCE) {
                open.copies().insertMissing(IntStream.range(first, Math.min(count, first + AT_ONCE))
                        .mapToObj(i -> SessionV1.open(new SessionOpening("user " + i % 100, "Zoë", "192.0.2.7", null,
                                null, content.of(i)), start.plusMillis(i / 3), ONE_DAY))
                        .toList());
            }
        }
    }

    /** Adds a closed session, an expired one, one with content of every kind and one with almost no fields. */
    static void fillWithAllKinds(String store) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        SessionOpening all = new SessionOpening("42", "Zoë 😀", "192.0.2.7", "web",
                new Json("{\"role\":\"a\\u0064min\"}"), new Json("{\"n\":9007199254740993.10, \"n\":[null,\"\\n\"]}"));
        SessionOpening bare = new SessionOpening("43", null, null, null, null, null);
        try (SessionStore open = open(store)) {
            SessionV1 closed = SessionV1.open(all, now.minusSeconds(60), ONE_DAY);
            open.copies().insertMissing(List.of(closed, SessionV1.open(all, now.minus(Duration.ofDays(2)), ONE_DAY),
                    SessionV1.open(all, now, ONE_DAY), SessionV1.open(bare, now, ONE_DAY)));
            open.sessions().change(closed.id(), new SessionChange.Close(now, null), ONE_DAY);
        }
    }

    static long count(String store) {
        try (SessionStore open = open(store)) {
            return open.lists().count(SessionFilter.ALL, Instant.now());
        }
    }

    /** Checks that both stores contain the same sessions. */
    public static void assertSame(String one, String other) {
        Instant now = Instant.now();
        try (SessionStore expected = open(one); SessionStore actual = open(other)) {
            SessionCursor place = null;
            List<SessionV1> part;
            do {
                part = part(expected, place, now);
                assertThat(part(actual, place, now)).isEqualTo(part);
                place = part.isEmpty() ? place : SessionCursor.at(part.getLast());
            } while (!part.isEmpty());
        }
    }

    private static List<SessionV1> part(SessionStore store, @Nullable SessionCursor place, Instant now) {
        return store.copies().readAfter(place, SessionFilter.ALL, now, COMPARED_AT_ONCE);
    }

    private static SessionStore open(String store) {
        if (store.startsWith("file:")) {
            return StoreProviders.open(new StoreSettings(store, null, null), ONE_DAY);
        }
        return StoreProviders.open(new StoreSettings(store, null, null));
    }
}
