package sessions.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.bootstrap.CommandRun;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;

/** {@code copy} has no option {@code --store}: its errors name FROM and TO. */
class StoreArgumentTest {

    @TempDir
    private Path folder;

    @Test
    void errorsNameTheArgument() {
        String h2 = "jdbc:h2:file:" + folder.resolve("sessions");
        assertFails(6, "does not exist; create it with 'sessions serve', or check FROM", h2, "jdbc:h2:file:/x");
        assertFails(6, "check FROM", "file:" + folder.resolve("none.json"), h2);
        assertFails(2, "FROM must be persistent, but memory: is not", "memory:", h2);
        assertFails(2, "FROM must be ", "redis://host", h2);
        assertFails(2, "use --from-user and SESSIONS_FROM_PASSWORD", "jdbc:postgresql://me@host/db", h2);
        StoreProviders.open(new StoreSettings(h2, null, null)).close();
        assertFails(2, "TO must be persistent, but memory: is not", h2, "memory:");
        assertFails(2, "use --to-user and SESSIONS_TO_PASSWORD", h2, "jdbc:postgresql://me@host/db");
    }

    private static void assertFails(int status, String problem, String from, String to) {
        CommandRun run = CommandRun.of(Map.of(), "copy", from, to);
        assertThat(run.err()).contains(problem).doesNotContain("--store", "SESSIONS_STORE").hasLineCount(1);
        assertThat(run.exit()).isEqualTo(status);
    }
}
