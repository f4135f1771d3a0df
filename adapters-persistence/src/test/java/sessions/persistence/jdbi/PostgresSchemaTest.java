package sessions.persistence.jdbi;

import sessions.testkit.PostgresServer;

class PostgresSchemaTest extends SchemaTest {

    @Override
    String newDatabase() {
        return PostgresServer.newDatabase();
    }
}
