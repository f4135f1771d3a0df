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

/** A store whose file cannot grow. The shell limits the size of the process's files. */
@Timeout(60)
class FullDiskTest {

    /** The limit is in blocks of 512 bytes, according to POSIX, or of 1,024 bytes. */
    private static final List<String> LIMITED = List.of("sh", "-c", "ulimit -f 64 && exec \"$@\"", "sh");

    @Test
    void exactlyTheAcknowledgedSessionsAreThere(@TempDir Path path) throws IOException {
        StoreFolder folder = new StoreFolder(path);
        List<String> acknowledged = new ArrayList<>();
        try (StoreProcess process = StoreProcess.start(LIMITED, FullDiskProgram.class, folder.url())) {
            BufferedReader output = process.output();
            for (String line = output.readLine(); !"full".equals(line); line = output.readLine()) {
                acknowledged.add(line);
            }
            assertThat(output.readLine()).as("number of visible sessions")
                    .isEqualTo(String.valueOf(acknowledged.size()));
            assertThat(output.readLine()).as("a removal, which makes room")
                    .isEqualTo("removed " + acknowledged.getFirst());
            acknowledged.removeFirst();
            assertThat(output.readLine()).as("an opening after the removal").isEqualTo("opened");
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
