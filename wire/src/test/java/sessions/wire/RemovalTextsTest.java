package sessions.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.Json;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.wire.resource.CursorToken;
import sessions.wire.resource.ExportLines;
import sessions.wire.resource.PurgeJson;

/** Removals and exports can be read after writing. */
class RemovalTextsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    @Test
    void purgesCanBeReadAfterWriting() {
        for (PurgeJson purge : List.of(new PurgeJson(NOON, true, null), new PurgeJson(NOON, false, null),
                new PurgeJson(NOON, false, 7))) {
            assertThat(PurgeJson.read(bytes(purge.toJson()))).isEqualTo(purge);
        }
        assertThat(PurgeJson.read(bytes(new PurgeJson(NOON, false, 10_001).toJson())).limit()).isEqualTo(10_000);
    }

    @Test
    void contentWithLineBreaksStaysOnOneLine() {
        Json data = new Json("{\n\t\"a\":\r\n\"\\n\u2028\"}");
        SessionV1 session = SessionV1.open(new SessionOpening("user", null, null, null, null, data), NOON,
                ExpiryPolicy.DEFAULT);
        String line = ExportLines.line(session);
        assertThat(line).endsWith("\n").hasLineCount(1).contains("{ \t\"a\":  \"\\n\u2028\"}");
        assertThat(ExportLines.read(bytes(line + line))).hasSize(2)
                .allSatisfy(read -> assertThat(read.id()).isEqualTo(session.id()));
        assertThat(ExportLines.read(new byte[0])).isEmpty();
    }

    @Test
    void cursorIsReadFromALink() {
        SessionCursor cursor = new SessionCursor(NOON, SessionId.random());
        String text = CursorToken.of(cursor);
        for (String query : new String[]{"cursor=" + text, "limit=2&cursor=" + text, "cursor=" + text + "&limit=2"}) {
            assertThat(CursorToken.ofLink("</v2/users/42/export?" + query + ">; rel=\"next\"")).isEqualTo(cursor);
        }
        for (String other : new String[]{"", "</v2>; rel=\"next\"", "</v2?cursor=x>; rel=\"next\"",
                "</v2?cursor=" + text + ">; rel=\"prev\""}) {
            assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> CursorToken.ofLink(other));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
