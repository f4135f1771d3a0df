package sessions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.ContentTooLargeException;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.TimeRange;

class ValuesTest {

    @Test
    void randomIdsAreThirtyTwoHexDigitsAndDiffer() {
        Set<SessionId> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ids.add(SessionId.random());
        }
        assertThat(ids).hasSize(1000).allMatch(id -> id.value().matches("[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-such-session", "0123456789ABCDEF0123456789ABCDEF",
            "0123456789abcdef0123456789abcde", "0123456789abcdef0123456789abcdef0"})
    void textsThatAreNotIdsAreRejected(String text) {
        assertThat(SessionId.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionId(text));
    }

    @Test
    void allInvalidTextsAreNamedTogether() {
        assertThatThrownBy(() -> new SessionOpening("", "a\0b", "\ud800", "c".repeat(1025), null, null))
                .isInstanceOfSatisfying(InvalidDataException.class, rejected -> {
                    assertThat(rejected.code()).isEqualTo(ErrorCode.INVALID_DATA);
                    assertThat(rejected.details()).containsExactly(
                            Map.entry("user_id", "must have 1 to 255 characters but has 0"),
                            Map.entry("user_name", "must not contain the character NUL"),
                            Map.entry("address", "must not contain a lone surrogate"),
                            Map.entry("client", "must have 0 to 1024 characters but has 1025"));
                }).hasMessageStartingWith("Validation failed: user_id must have 1 to 255 characters but has 0, ");
    }

    @Test
    void pagingIsLimitedToTheMaximumPageSize() {
        assertThat(new Paging(-3, null, false).skip()).isZero();
        assertThat(Paging.FIRST.limit(100)).isEqualTo(100);
        assertThat(new Paging(0, 0, false).limit(100)).isEqualTo(100);
        assertThat(new Paging(0, 7, false).limit(100)).isEqualTo(7);
        assertThat(new Paging(0, 101, false).limit(100)).isEqualTo(100);
        assertThat(new Paging(0, -1, false).limit(100)).isZero();
    }

    @Test
    void durationsOfAPolicyHaveLimits() {
        Duration tooLong = ExpiryPolicy.MAX.plusMillis(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpiryPolicy(Duration.ZERO, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpiryPolicy(tooLong, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpiryPolicy(Duration.ofHours(1), Duration.ZERO));
    }

    @Test
    void timeRangeIncludesItsStartButNotItsEnd() {
        Instant time = Instant.ofEpochMilli(5);
        TimeRange range = new TimeRange(time, time.plusMillis(1));
        assertThat(range.contains(time)).isTrue();
        assertThat(range.contains(time.minusMillis(1))).isFalse();
        assertThat(range.contains(time.plusMillis(1))).isFalse();
        assertThat(new TimeRange(time.minusNanos(1), null).contains(time)).isTrue();
        assertThat(TimeRange.ALL.contains(Instant.MIN)).isTrue();
    }

    @Test
    void cursorPagingIsLimitedToTheMaximumPageSize() {
        assertThat(CursorPaging.FIRST.limit(100)).isEqualTo(100);
        assertThat(new CursorPaging(null, 101, false).limit(100)).isEqualTo(100);
        assertThat(new CursorPaging(null, 7, false).limit(100)).isEqualTo(7);
        assertThatIllegalArgumentException().isThrownBy(() -> new CursorPaging(null, 0, false));
    }

    @Test
    void filterWithAnInvalidIdMatchesNothing() {
        assertThat(SessionFilter.ALL.withId("../etc/passwd").matchesNothing()).isTrue();
        assertThat(SessionFilter.ALL.withId(SessionId.random().value()).matchesNothing()).isFalse();
        assertThat(SessionFilter.ALL.matchesNothing()).isFalse();
    }

    @Test
    void jsonKnowsWhetherItIsNull() {
        assertThat(new Json("null").isNull()).isTrue();
        assertThat(new Json(" null\n").isNull()).isTrue();
        assertThat(new Json("\"null\"").isNull()).isFalse();
        assertThat(new Json("0").isNull()).isFalse();
    }

    @Test
    void contentTooLargeNamesTheLimit() {
        ContentTooLargeException rejected = new ContentTooLargeException("The data", 1024);
        assertThat(rejected.code()).isEqualTo(ErrorCode.TOO_LARGE);
        assertThat(rejected).hasMessage("The data is larger than 1024 bytes of UTF-8");
    }
}
