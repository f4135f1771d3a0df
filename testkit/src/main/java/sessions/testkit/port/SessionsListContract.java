package sessions.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;
import sessions.testkit.Fixtures;

/** Tests filters and pages through the contract's port. */
public interface SessionsListContract extends SessionsContract {

    @Test
    default void listsNewestFirstWithoutContent() {
        List<SessionV1> opened = open("user", 3);
        SessionPage page = sessions().getSessions(CORRELATION_ID, SessionFilter.ALL, Paging.FIRST);
        assertThat(page.total()).isNull();
        assertThat(page.data())
                .containsExactlyElementsOf(opened.reversed().stream().map(SessionV1::withoutContent).toList());
    }

    @Test
    default void pagesAreLimitedToTheMaximumSize() {
        open("user", MAX_PAGE_SIZE + 5);
        assertThat(page(new Paging(0, null, true))).isEqualTo(MAX_PAGE_SIZE);
        assertThat(page(new Paging(0, 0, false))).isEqualTo(MAX_PAGE_SIZE);
        assertThat(page(new Paging(0, 5000, false))).isEqualTo(MAX_PAGE_SIZE);
        assertThat(page(new Paging(MAX_PAGE_SIZE, 5000, false))).isEqualTo(5);
        assertThat(page(new Paging(0, -1, false))).isZero();
    }

    @Test
    default void totalDoesNotDependOnThePage() {
        open("a", 3);
        open("b", 2);
        for (Paging paging : List.of(new Paging(0, 1, true), new Paging(10, 1, true), new Paging(0, -1, true))) {
            assertThat(sessions().getSessions(CORRELATION_ID, SessionFilter.ofUser("a"), paging).total()).isEqualTo(3);
        }
    }

    @Test
    default void invalidIdReturnsAnEmptyPage() {
        open("user", 1);
        SessionFilter filter = SessionFilter.ALL.withId("no-such-session");
        assertThat(sessions().getSessions(CORRELATION_ID, filter, new Paging(0, null, true)))
                .isEqualTo(new SessionPage(0L, List.of()));
    }

    @Test
    default void expiredSessionsAreListedAsClosed() {
        open("user", 2);
        clock().advance(Fixtures.HOUR.plusSeconds(1));
        List<SessionV1> alive = open("user", 1);
        SessionFilter active = SessionFilter.ofUser("user").withActive(true);
        assertThat(sessions().getSessions(CORRELATION_ID, active, Paging.FIRST).data())
                .containsExactly(alive.getFirst().withoutContent());
        SessionFilter closed = SessionFilter.ofUser("user").withActive(false);
        assertThat(sessions().getSessions(CORRELATION_ID, closed, new Paging(0, null, true)).total()).isEqualTo(2);
    }

    private List<SessionV1> open(String userId, int count) {
        List<SessionV1> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            opened.add(sessions().openSession(CORRELATION_ID, Fixtures.opening(userId)));
            clock().advance(Duration.ofMillis(1));
        }
        return opened;
    }

    private int page(Paging paging) {
        return sessions().getSessions(CORRELATION_ID, SessionFilter.ofUser("user"), paging).data().size();
    }
}
