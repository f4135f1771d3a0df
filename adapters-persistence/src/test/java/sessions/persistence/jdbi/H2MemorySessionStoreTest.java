package sessions.persistence.jdbi;

class H2MemorySessionStoreTest extends SqlSessionStoreTest {

    H2MemorySessionStoreTest() {
        super("jdbc:h2:mem:contract");
    }
}
