package sessions.persistence.jdbi;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2SchemaTest extends SchemaTest {

    @TempDir
    private Path folder;

    @Override
    String newDatabase() {
        return "jdbc:h2:file:" + folder.resolve("sessions");
    }
}
