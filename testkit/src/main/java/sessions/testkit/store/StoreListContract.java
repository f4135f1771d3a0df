package sessions.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.activeIs;
import static sessions.testkit.Fixtures.changed;
import static sessions.testkit.Fixtures.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.model.TimeRange;

/** Tests filters, order, paging and counting. */
public interface StoreListContract extends StoreContract {

    @Test
    default void listIsNewestFirstAndWithoutContent() {
        SessionV1 first = inserted("a", NOON);
        SessionV1 third = inserted("b", NOON.plusMillis(2));
        SessionV1 second = inserted("a", NOON.plusMillis(1));
        assertThat(list(SessionFilter.ALL)).containsExactly(third.withoutContent(), second.withoutContent(),
                first.withoutContent());
    }

    @Test
    default void sessionsOfOneInstantAreOrderedByIdDescending() {
        List<SessionV1> sessions = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            sessions.add(inserted("user", NOON));
        }
        Comparator<SessionId> byValue = Comparator.comparing(SessionId::value);
        List<SessionId> expected = sessions.stream().map(SessionV1::id).sorted(byValue.reversed()).toList();
        assertThat(list(SessionFilter.ALL)).extracting(SessionV1::id).containsExactlyElementsOf(expected);
        assertThat(list(SessionFilter.ofUser("user"))).extracting(SessionV1::id).containsExactlyElementsOf(expected);
    }

    @Test
    default void changesDoNotAffectTheOrder() {
        SessionV1 older = inserted("user", NOON);
        SessionV1 newer = inserted("user", NOON.plusMillis(1));
        change(older, new SessionChange.StoreData(new Json("1"), NOON.plusSeconds(9), null));
        assertThat(list(SessionFilter.ofUser("user"))).extracting(SessionV1::id).containsExactly(newer.id(),
                older.id());
    }

    @Test
    default void userIdMatchesExactly() {
        SessionV1 session = inserted("user", NOON);
        inserted("User", NOON);
        inserted("user ", NOON);
        inserted("use_", NOON);
        assertThat(ids(SessionFilter.ofUser("user"))).containsExactly(session.id());
        assertThat(ids(SessionFilter.ofUser("use%"))).isEmpty();
        assertThat(ids(SessionFilter.ofUser("' or '1'='1"))).isEmpty();
    }

    @Test
    default void idMatchesExactly() {
        SessionV1 session = inserted("user", NOON);
        inserted("user", NOON);
        assertThat(ids(filter(session.id().value(), null, null, null, null))).containsExactly(session.id());
        assertThat(ids(filter(SessionId.random().value(), null, null, null, null))).isEmpty();
    }

    @Test
    default void invalidIdMatchesNothing() {
        inserted("user", NOON);
        SessionFilter filter = SessionFilter.ofUser("user").withId("not an id");
        assertThat(list(filter)).isEmpty();
        assertThat(store().lists().listAfter(null, filter, NOON, 10)).isEmpty();
        assertThat(store().lists().count(filter, NOON)).isZero();
    }

    @Test
    default void activeSelectsOpenOrClosedSessions() {
        SessionV1 open = inserted("user", NOON);
        SessionV1 closed = change(inserted("user", NOON), new SessionChange.Close(NOON.plusMillis(7), null));
        assertThat(list(activeIs(true))).containsExactly(open.withoutContent());
        assertThat(list(activeIs(false))).containsExactly(closed);
    }

    @Test
    default void requestTimeRangeIncludesFromAndExcludesTo() {
        SessionV1 session = inserted("user", NOON);
        Instant requested = NOON.plusMillis(50);
        change(session, new SessionChange.Touch(requested, null));
        assertThat(ids(filter(null, null, null, requested, null))).containsExactly(session.id());
        assertThat(ids(filter(null, null, null, requested.plusMillis(1), null))).isEmpty();
        assertThat(ids(filter(null, null, null, requested.plusNanos(1), null))).isEmpty();
        assertThat(ids(filter(null, null, null, null, requested))).isEmpty();
        assertThat(ids(filter(null, null, null, null, requested.plusNanos(1)))).containsExactly(session.id());
        assertThat(ids(filter(null, null, null, NOON, requested.plusMillis(1)))).containsExactly(session.id());
    }

    @Test
    default void conditionsAreCombinedWithAnd() {
        SessionV1 wanted = inserted("user", NOON);
        inserted("other", NOON);
        change(inserted("user", NOON), new SessionChange.Close(NOON, null));
        inserted("user", NOON.plusSeconds(1));
        SessionFilter all = filter(wanted.id().value(), "user", true, NOON, NOON.plusMillis(1));
        assertThat(ids(all)).containsExactly(wanted.id());
        assertThat(ids(filter(null, "user", true, NOON, NOON.plusMillis(1)))).containsExactly(wanted.id());
        assertThat(ids(filter(wanted.id().value(), "other", null, null, null))).isEmpty();
    }

    @Test
    default void pagesFollowEachOtherWithoutGapOrOverlap() {
        for (int i = 0; i < 25; i++) {
            inserted(i % 2 == 0 ? "even" : "odd", NOON.plusMillis(i % 5));
        }
        List<SessionV1> all = list(SessionFilter.ALL);
        List<SessionV1> paged = new ArrayList<>();
        for (int skip = 0; skip < 30; skip += 4) {
            paged.addAll(store().lists().list(SessionFilter.ALL, NOON, skip, 4));
        }
        assertThat(paged).isEqualTo(all).hasSize(25);
        assertThat(store().lists().list(SessionFilter.ofUser("even"), NOON, 10, 10)).hasSize(3);
        assertThat(store().lists().list(SessionFilter.ALL, NOON, Integer.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    default void countIsTheNumberOfAllMatches() {
        for (int i = 0; i < 7; i++) {
            SessionV1 session = inserted(i < 3 ? "a" : "b", NOON);
            if (i == 0) {
                change(session, new SessionChange.Close(NOON, null));
            }
        }
        assertThat(store().lists().count(SessionFilter.ALL, NOON)).isEqualTo(7);
        assertThat(store().lists().count(SessionFilter.ofUser("a"), NOON)).isEqualTo(3);
        assertThat(store().lists().count(activeIs(false), NOON)).isEqualTo(1);
        assertThat(store().lists().count(filter(null, "a", true, null, null), NOON)).isEqualTo(2);
        assertThat(store().lists().count(SessionFilter.ofUser("nobody"), NOON)).isZero();
    }

    private SessionV1 inserted(String userId, Instant openTime) {
        SessionV1 session = session(userId, openTime);
        store().sessions().insert(session);
        return session;
    }

    private SessionV1 change(SessionV1 session, SessionChange change) {
        return changed(store().sessions().change(session.id(), change, ONE_HOUR));
    }

    private List<SessionV1> list(SessionFilter filter) {
        return store().lists().list(filter, NOON, 0, 1000);
    }

    private List<SessionId> ids(SessionFilter filter) {
        return list(filter).stream().map(SessionV1::id).toList();
    }

    private static SessionFilter filter(@Nullable String id, @Nullable String userId, @Nullable Boolean active,
            @Nullable Instant from, @Nullable Instant to) {
        return new SessionFilter(id, userId, active, new TimeRange(from, to), TimeRange.ALL, null, null, null);
    }
}
