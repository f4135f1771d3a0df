package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.SessionId;
import sessions.domain.SessionV1;

/** The process is killed while many threads write. */
class H2KillTest {

    private static final int KILLS = 3;
    private static final int WRITERS = 16;
    private static final int ACKNOWLEDGED_BEFORE_KILL = 1_000;

    private static final String HALF_OPENED = """
            (select session_id from opening_claims except select id from sessions)
            union all (select id from sessions where user_id = '%s' except select session_id from opening_claims)"""
            .formatted(OtherProcess.CLAIMED);

    /** A whole line: the last one may be cut. */
    private static final Pattern ACKNOWLEDGED = Pattern.compile("([0-9a-f]{32}) ([0-9])");

    @Test
    void everythingAcknowledgedSurvivesAKill(@TempDir Path folder) throws IOException, SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("sessions");
        Map<SessionId, Long> versions = new HashMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (OtherProcess process = OtherProcess.start(url, WRITERS)) {
                BufferedReader output = process.output();
                for (int i = 0; i < ACKNOWLEDGED_BEFORE_KILL; i++) {
                    note(output.readLine(), versions);
                }
                process.kill();
                output.lines().forEach(line -> note(line, versions));
            }
            assertHolds(url, versions);
            assertThat(SqlStores.text(url, HALF_OPENED)).as("claims without session, sessions without their claim")
                    .isEmpty();
        }
        assertThat(versions).hasSizeGreaterThan(KILLS * ACKNOWLEDGED_BEFORE_KILL / 10);
    }

    private static void note(String line, Map<SessionId, Long> versions) {
        Matcher matcher = ACKNOWLEDGED.matcher(line);
        if (matcher.matches()) {
            versions.merge(new SessionId(matcher.group(1)), Long.parseLong(matcher.group(2)), Math::max);
        }
    }

    /** The one change that was not acknowledged yet may be there or not, but whole. */
    private static void assertHolds(String url, Map<SessionId, Long> versions) {
        try (JdbiSessionStore store = JdbiSessionStore.open(url, null, null)) {
            versions.forEach((id, version) -> {
                SessionV1 found = store.find(id, NOON).orElseThrow();
                assertThat(found.version()).isBetween(version, version + 1);
                if (found.userId().equals(OtherProcess.CLAIMED)) {
                    assertThat(store.insertOnce(found, OtherProcess.claim(found), NOON)).isPresent();
                }
                if (found.version() > 1) {
                    assertThat(found.data()).isEqualTo(OtherProcess.content(found.version()));
                }
            });
        }
    }
}
