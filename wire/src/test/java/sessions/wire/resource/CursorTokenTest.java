package sessions.wire.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionId;

class CursorTokenTest {

    @Test
    void cursorCanBeReadAfterWriting() {
        for (String time : new String[]{"2026-03-01T12:00:00.123Z", "1969-12-31T23:59:59.999Z"}) {
            SessionCursor cursor = new SessionCursor(Instant.parse(time), SessionId.random());
            assertThat(CursorToken.of(cursor)).matches("[A-Za-z0-9_-]{32}");
            assertThat(CursorToken.parse(CursorToken.of(cursor))).contains(cursor);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void otherTextsAreRejected(String text) {
        assertThat(CursorToken.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, 253_402_300_800_000L})
    void timesOutOfRangeAreRejected(long millis) {
        byte[] bytes = ByteBuffer.allocate(24).putLong(millis).array();
        assertThat(CursorToken.parse(Base64.getUrlEncoder().encodeToString(bytes))).isEmpty();
    }
}
