package sessions.persistence.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sessions.persistence.KillRounds;

/** Kills the process while many threads write. */
@Tag("slow")
@Timeout(120)
class FileKillTest {

    @Test
    void everythingAcknowledgedSurvivesAKill(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("sessions.json");
        new KillRounds("file:" + file)
                .run(() -> assertThat(Files.readString(file)).startsWith("[{\"id\":\"").endsWith("}]"));
    }
}
