package sessions.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;

/**
 * Kills a process while many threads write to a store, repeatedly, and checks that everything it acknowledged is there.
 */
public final class KillRounds {

    private static final int KILLS = 3;
    private static final int WRITERS = 16;
    private static final int ACKNOWLEDGED_BEFORE_KILL = 1_000;

    /** Matches complete lines, because the last line may be cut off. */
    private static final Pattern ACKNOWLEDGED = Pattern.compile("([0-9a-f]{32}) ([0-9])");

    private final String url;
    private final Map<SessionId, Long> versions = new HashMap<>();

    public KillRounds(String url) {
        this.url = url;
    }

    /** A further check after each kill. */
    public interface Check {
        void run() throws Exception;
    }

    public void run(Check afterEachKill) throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            writeAndKill();
            assertEverythingAcknowledgedIsThere();
            afterEachKill.run();
        }
        assertThat(versions).hasSizeGreaterThan(KILLS * ACKNOWLEDGED_BEFORE_KILL / 10);
    }

    private void writeAndKill() throws IOException {
        try (StoreProcess process = StoreProcess.start(url, WRITERS)) {
            BufferedReader output = process.output();
            for (int i = 0; i < ACKNOWLEDGED_BEFORE_KILL; i++) {
                record(output.readLine());
            }
            process.kill();
            output.lines().forEach(this::record);
        }
    }

    private void record(String line) {
        Matcher matcher = ACKNOWLEDGED.matcher(line);
        if (matcher.matches()) {
            versions.merge(new SessionId(matcher.group(1)), Long.parseLong(matcher.group(2)), Math::max);
        }
    }

    /**
     * Checks that every acknowledged version is there. The one change per session that was not acknowledged yet may be
     * there completely or not at all.
     */
    private void assertEverythingAcknowledgedIsThere() {
        try (SessionStore store = StoreByUrl.open(url)) {
            versions.forEach((id, version) -> {
                SessionV1 found = store.sessions().find(id, NOON).orElseThrow();
                assertThat(found.version()).isBetween(version, version + 1);
                if (found.userId().equals(StoreProcess.KEYED_USER)) {
                    assertThat(store.idempotency().insertOnce(found, StoreProcess.record(found), NOON)).isPresent();
                }
                if (found.version() > 1) {
                    assertThat(found.data()).isEqualTo(StoreProcess.content(found.version()));
                }
            });
        }
    }
}
