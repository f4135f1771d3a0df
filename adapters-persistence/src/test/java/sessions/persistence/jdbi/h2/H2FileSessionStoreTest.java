package sessions.persistence.jdbi.h2;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import sessions.persistence.jdbi.SqlSessionStoreTest;

class H2FileSessionStoreTest extends SqlSessionStoreTest {

    H2FileSessionStoreTest(@TempDir Path folder) {
        super("jdbc:h2:file:" + folder.resolve("sessions"));
    }
}
