package sessions.persistence.jdbi;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2FileSessionStoreTest extends SqlSessionStoreTest {

    H2FileSessionStoreTest(@TempDir Path folder) {
        super("jdbc:h2:file:" + folder.resolve("sessions"));
    }
}
