package sessions.persistence.jdbi;

import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import sessions.domain.port.driven.SessionStore;

class H2StatementCountTest extends StatementCountTest {

    private final RecordedStore recorded = RecordedStore.open("jdbc:h2:mem:statements");

    @AfterAll
    void close() {
        recorded.close();
    }

    @Override
    int statements(Consumer<SessionStore> command) {
        return recorded.statements(command).size();
    }

    /** JDBI reports no commits. */
    @Override
    int transaction() {
        return 0;
    }
}
