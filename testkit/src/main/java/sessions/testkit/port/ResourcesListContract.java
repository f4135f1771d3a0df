package sessions.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.CursorPage;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.domain.model.TimeRange;

/** Tests lists by cursor. */
public interface ResourcesListContract extends ResourcesContract {

    @Test
    default void pagesHaveEverySessionOnceNewestFirst() {
        List<SessionV1> opened = new ArrayList<>();
        for (int i = 0; i < MAX_PAGE_SIZE + 5; i++) {
            opened.addFirst(opened("user").withoutContent());
            clock().advance(Duration.ofMillis(1));
        }
        assertThat(walk(SessionFilter.ALL, null)).isEqualTo(opened);
        assertThat(walk(SessionFilter.ofUser("user"), 7)).isEqualTo(opened);
        assertThat(walk(SessionFilter.ofUser("nobody"), 3)).isEmpty();
    }

    @Test
    default void sessionsOpenedMeanwhileDoNotShiftThePages() {
        for (int i = 0; i < 6; i++) {
            opened("user");
        }
        CursorPage first = list(SessionFilter.ALL, new CursorPaging(null, 3, false));
        clock().advance(Duration.ofMillis(1));
        opened("user");
        List<SessionV1> seen = new ArrayList<>(first.sessions());
        seen.addAll(list(SessionFilter.ALL, new CursorPaging(first.next(), 10, false)).sessions());
        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    default void lastPageHasNoCursor() {
        for (int i = 0; i < 4; i++) {
            opened("user");
        }
        assertThat(list(SessionFilter.ALL, new CursorPaging(null, 4, false)).next()).isNull();
        assertThat(list(SessionFilter.ALL, new CursorPaging(null, 3, false)).next()).isNotNull();
        assertThat(list(SessionFilter.ALL.withId("no-such-session"), CursorPaging.FIRST))
                .isEqualTo(new CursorPage(List.of(), null, null));
    }

    @Test
    default void totalIsTheNumberOfAllMatches() {
        for (int i = 0; i < 5; i++) {
            opened(i < 3 ? "a" : "b");
        }
        assertThat(list(SessionFilter.ofUser("a"), new CursorPaging(null, 1, true)).total()).isEqualTo(3);
        assertThat(list(SessionFilter.ofUser("a"), new CursorPaging(null, 1, false)).total()).isNull();
        assertThat(list(SessionFilter.ALL.withId("none"), new CursorPaging(null, 1, true)).total()).isZero();
    }

    @Test
    default void filtersRestrict() {
        Instant start = clock().instant();
        SessionV1 phone = opened(new SessionOpening("user", null, "10.0.0.1", "phone", null, null));
        clock().advance(Duration.ofMillis(10));
        SessionV1 web = opened(new SessionOpening("user", null, "10.0.0.2", "web", null, null));
        SessionV1 touched = ports().resources().touch(CORRELATION_ID, phone.id().value(), null).orElseThrow();
        SessionFilter user = SessionFilter.ofUser("user");
        assertThat(walk(filter("10.0.0.1", null), null)).containsExactly(touched);
        assertThat(walk(filter(null, "web"), null)).containsExactly(web);
        assertThat(walk(filter("10.0.0.1", "web"), null)).isEmpty();
        TimeRange firstMoment = new TimeRange(start, start.plusMillis(10));
        assertThat(walk(user.withOpened(firstMoment), null)).containsExactly(touched);
        assertThat(walk(user.withRequested(firstMoment), null)).isEmpty();
    }

    @Test
    default void addressAndClientRequireAUser() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(
                        () -> new SessionFilter(null, null, null, TimeRange.ALL, TimeRange.ALL, "10.0.0.1", "web",
                                null))
                .withMessageContaining("address").withMessageContaining("client").withMessageContaining("user_id");
    }

    private static SessionFilter filter(@Nullable String address, @Nullable String client) {
        return new SessionFilter(null, "user", null, TimeRange.ALL, TimeRange.ALL, address, client, null);
    }

    private List<SessionV1> walk(SessionFilter filter, @Nullable Integer limit) {
        List<SessionV1> seen = new ArrayList<>();
        SessionCursor after = null;
        do {
            CursorPage page = list(filter, new CursorPaging(after, limit, false));
            assertThat(page.sessions()).hasSizeLessThanOrEqualTo(limit == null ? MAX_PAGE_SIZE : limit);
            seen.addAll(page.sessions());
            after = page.next();
        } while (after != null);
        return seen;
    }

    private CursorPage list(SessionFilter filter, CursorPaging paging) {
        return ports().resources().listSessions(CORRELATION_ID, filter, paging);
    }
}
