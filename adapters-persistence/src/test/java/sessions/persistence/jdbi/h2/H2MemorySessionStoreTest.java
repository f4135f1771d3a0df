package sessions.persistence.jdbi.h2;

import sessions.persistence.jdbi.SqlSessionStoreTest;

class H2MemorySessionStoreTest extends SqlSessionStoreTest {

    H2MemorySessionStoreTest() {
        super("jdbc:h2:mem:contract");
    }
}
