package sessions.persistence.jdbi.h2;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import sessions.persistence.jdbi.SchemaTest;

class H2SchemaTest extends SchemaTest {

    @TempDir
    private Path folder;

    @Override
    public String newDatabase() {
        return "jdbc:h2:file:" + folder.resolve("sessions");
    }
}
