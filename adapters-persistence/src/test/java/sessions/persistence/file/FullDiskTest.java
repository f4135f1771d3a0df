package sessions.persistence.file;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.model.SessionFilter;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProcess;

/** A store whose file cannot grow any more: the shell limits how large the files of a process may be. */
@Timeout(60)
class FullDiskTest {

    /** In blocks of 512 bytes, as POSIX has it, or of 1,024. */
    private static final List<String> LIMITED = List.of("sh", "-c", "ulimit -f 64 && exec \"$@\"", "sh");

    @Test
    void nothingThatWasAcknowledgedIsLostAndNothingElseIsThere(@TempDir Path path) throws IOException {
        StoreFolder folder = new StoreFolder(path);
        List<String> acknowledged = new ArrayList<>();
        try (StoreProcess process = StoreProcess.start(LIMITED, FullDiskProgram.class, folder.url())) {
            BufferedReader output = process.output();
            for (String line = output.readLine(); !"full".equals(line); line = output.readLine()) {
                acknowledged.add(line);
            }
            assertThat(output.readLine()).as("what the readers see").isEqualTo(String.valueOf(acknowledged.size()));
            assertThat(output.readLine()).as("a change that makes room")
                    .isEqualTo("removed " + acknowledged.getFirst());
            acknowledged.removeFirst();
            assertThat(output.readLine()).as("then there is room").isEqualTo("opened");
            acknowledged.add(output.readLine());
            assertThat(output.readLine()).isNull();
        }
        assertThat(path.resolve("sessions.json.tmp")).doesNotExist();
        assertThat(Files.size(folder.file())).isGreaterThan(16_000);
        try (SessionStore store = folder.open()) {
            assertThat(store.lists().list(SessionFilter.ALL, NOON, 0, 1000)).extracting(session -> session.id().value())
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
        }
    }
}
