package sessions.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sessions.testkit.Fixtures.HOUR;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.CursorPage;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.Json;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;

/** Tests the export of a user's sessions. */
public interface ExportContract extends ResourcesContract {

    @Test
    default void exportHasAllSessionsOfAUserWithContentNewestFirst() {
        SessionV1 expired = opened("user");
        clock().advance(HOUR.plusMillis(1));
        SessionV1 first = opened("user");
        clock().advance(Duration.ofMillis(1));
        opened("other");
        SessionV1 second = opened(new SessionOpening("user", null, null, null, null,
                new Json("{\"n\":1234567890123456789,\"m\":[\"é\",null]}")));
        assertThat(exported("user", null)).containsExactly(second, first, present(expired));
        assertThat(exported("nobody", null)).isEmpty();
    }

    @Test
    default void pagesOfAnExportAreComplete() {
        List<SessionV1> opened = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            opened.addFirst(opened("Zoë/ü?&"));
            clock().advance(Duration.ofMillis(1));
        }
        assertThat(exported("Zoë/ü?&", null)).isEqualTo(opened);
        assertThat(exported("Zoë/ü?&", 4)).isEqualTo(opened);
        CursorPage some = export("Zoë/ü?&", new CursorPaging(null, 4, false));
        assertThat(some.sessions()).isEqualTo(opened.subList(0, 4));
        assertThat(some.total()).isNull();
    }

    @Test
    default void invalidUserIdsAreRejectedInExports() {
        for (String impossible : new String[]{"", "x".repeat(256), "a\0b"}) {
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> export(impossible, CursorPaging.FIRST))
                    .satisfies(rejected -> assertThat(rejected.details()).containsOnlyKeys("user_id"));
        }
    }

    private List<SessionV1> exported(String userId, @Nullable Integer limit) {
        List<SessionV1> sessions = new ArrayList<>();
        SessionCursor after = null;
        do {
            CursorPage page = export(userId, new CursorPaging(after, limit, false));
            sessions.addAll(page.sessions());
            after = page.next();
        } while (after != null);
        return sessions;
    }

    private CursorPage export(String userId, CursorPaging paging) {
        return ports().admin().exportSessions(CORRELATION_ID, userId, paging);
    }
}
