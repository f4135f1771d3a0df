package sessions.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.changed;
import static sessions.testkit.Fixtures.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.testkit.Concurrently;
import sessions.testkit.Fixtures;

/** Tests reading complete sessions from a store and adding them to another. */
public interface StoreCopyContract extends StoreContract {

    Instant AFTER_AN_HOUR = NOON.plus(Fixtures.HOUR).plusSeconds(1);

    @Test
    default void pagesHaveAllSessionsWithContent() {
        IntStream.range(0, 25)
                .forEach(i -> store().sessions().insert(session(i % 2 == 0 ? "even" : "odd", NOON.plusMillis(i % 3))));
        List<SessionV1> read = readAll(SessionFilter.ALL, NOON, 10);
        assertThat(read).allSatisfy(each -> assertThat(each.data()).isEqualTo(new Json("[1,2]")));
        assertThat(read.stream().map(SessionV1::withoutContent)).containsExactlyElementsOf(
                store().lists().list(SessionFilter.ALL, NOON, 0, 100));
        assertThat(readAll(SessionFilter.ofUser("odd"), NOON, 5)).hasSize(12)
                .allSatisfy(each -> assertThat(each.userId()).isEqualTo("odd"));
    }

    @Test
    default void expiredSessionIsReadAsClosedWithoutContent() {
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        SessionV1 expired = session.asOf(AFTER_AN_HOUR);
        assertThat(readAll(SessionFilter.ALL, AFTER_AN_HOUR, 10)).containsExactly(expired);
        assertThat(store().copies().findAll(List.of(session.id()), AFTER_AN_HOUR)).containsExactly(expired);
    }

    @Test
    default void existingSessionsAreFoundById() {
        List<SessionV1> sessions = IntStream.range(0, 20).mapToObj(_ -> session("user", NOON)).toList();
        sessions.subList(0, 15).forEach(store().sessions()::insert);
        List<SessionId> wanted = sessions.subList(10, 20).stream().map(SessionV1::id).toList();
        assertThat(store().copies().findAll(wanted, NOON))
                .containsExactlyInAnyOrderElementsOf(sessions.subList(10, 15));
        assertThat(store().copies().findAll(List.of(), NOON)).isEmpty();
    }

    @Test
    default void sessionsAreAddedUnchanged() {
        SessionV1 active = session("user", NOON);
        SessionV1 bare = SessionV1.open(new SessionOpening("user", null, null, null, null, null), NOON, ONE_HOUR);
        SessionV1 changed = changed(active.apply(new SessionChange.Touch(NOON.plusSeconds(9), null), ONE_HOUR));
        SessionV1 closed = changed(
                session("user", NOON).apply(new SessionChange.Close(NOON.plusSeconds(9), null), ONE_HOUR));
        List<SessionV1> sessions = List.of(changed, bare, closed);
        assertThat(store().copies().insertMissing(sessions)).isEqualTo(3);
        assertThat(store().copies().insertMissing(List.of())).isZero();
        assertThat(readAll(SessionFilter.ALL, NOON.plusSeconds(9), 10)).containsExactlyInAnyOrderElementsOf(sessions);
        assertThat(store().hours().count(NOON.truncatedTo(ChronoUnit.HOURS), 1, NOON.plusSeconds(9))).singleElement()
                .satisfies(hour -> assertThat(hour.closed()).isEqualTo(1));
    }

    @Test
    default void addedSessionsCanBeChangedAndSwept() {
        SessionV1 session = session("user", NOON);
        store().copies().insertMissing(List.of(session, session("user", NOON)));
        SessionChange touch = new SessionChange.Touch(NOON.plusSeconds(5), 1L);
        assertThat(changed(store().sessions().change(session.id(), touch, ONE_HOUR)).version()).isEqualTo(2);
        assertThat(store().closing().closeExpired(AFTER_AN_HOUR, 10).closed()).isEqualTo(1);
    }

    @Test
    default void existingSessionsAreNotChanged() {
        SessionV1 existing = session("user", NOON);
        SessionV1 other = session("user", NOON);
        store().sessions().insert(existing);
        SessionV1 later = changed(
                store().sessions().change(existing.id(),
                        new SessionChange.StoreData(new Json("{}"), NOON.plusSeconds(1), null),
                        ONE_HOUR));
        assertThat(store().copies().insertMissing(List.of(existing, other))).isEqualTo(1);
        assertThat(store().copies().insertMissing(List.of(existing, other))).isZero();
        assertThat(store().copies().findAll(List.of(existing.id(), other.id()), NOON)).containsExactlyInAnyOrder(later,
                other);
    }

    @Test
    default void concurrentAdditionsAddEachSessionOnce() {
        List<SessionV1> sessions = IntStream.range(0, 300).mapToObj(i -> session("user", NOON.plusMillis(i))).toList();
        List<Integer> added = Concurrently.run(4, i -> () -> {
            int sum = 0;
            for (int from = 0; from < 300; from += 30) {
                int start = i % 2 == 0 ? from : 270 - from;
                sum += (i < 2 ? store() : otherInstance()).copies().insertMissing(sessions.subList(start, start + 30));
            }
            return sum;
        });
        assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(300);
        assertThat(new HashSet<>(readAll(SessionFilter.ALL, NOON, 100))).isEqualTo(new HashSet<>(sessions));
    }

    /** Returns all matching sessions, read page by page. */
    private List<SessionV1> readAll(SessionFilter filter, Instant now, int limit) {
        List<SessionV1> all = new ArrayList<>();
        @Nullable
        SessionCursor after = null;
        List<SessionV1> page;
        do {
            page = store().copies().readAfter(after, filter, now, limit);
            all.addAll(page);
            after = page.isEmpty() ? after : SessionCursor.at(page.getLast());
        } while (!page.isEmpty());
        return all;
    }
}
