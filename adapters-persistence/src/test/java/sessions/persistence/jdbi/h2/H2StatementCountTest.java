package sessions.persistence.jdbi.h2;

import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.jdbi.RecordedStore;
import sessions.persistence.jdbi.StatementCountTest;

class H2StatementCountTest extends StatementCountTest {

    private final RecordedStore recorded = RecordedStore.open("jdbc:h2:mem:statements");

    @AfterAll
    void close() {
        recorded.close();
    }

    @Override
    public int statements(Consumer<SessionStore> command) {
        return recorded.statements(command).size();
    }

    /** JDBI does not report commits. */
    @Override
    public int transaction() {
        return 0;
    }
}
