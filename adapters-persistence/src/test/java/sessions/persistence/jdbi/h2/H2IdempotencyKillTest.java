package sessions.persistence.jdbi.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.session;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProcess;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.persistence.jdbi.SqlStores;

/** Kills the process after it has added an idempotency record and before it adds the session. */
@Timeout(60)
class H2IdempotencyKillTest {

    @Test
    void interruptedOpeningLeavesNothingAndCanBeRepeated(@TempDir Path folder) throws IOException, SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("sessions");
        String id;
        try (StoreProcess process = StoreProcess.start(InterruptedOpening.class, url)) {
            id = process.output().readLine();
            process.kill();
        }
        try (SessionStore store = StoreProviders.open(new StoreSettings(url, null, null))) {
            StoppedInsert.uninstall(url);
            assertThat(SqlStores.number(url, "select count(*) from opening_claims")).isZero();
            assertThat(SqlStores.number(url, "select count(*) from sessions")).isZero();
            SessionV1 session = session("user", NOON);
            IdempotencyRecord record = new IdempotencyRecord(id, "hash", session.id(), NOON.plusSeconds(1));
            assertThat(store.idempotency().insertOnce(session, record, NOON)).isEmpty();
            assertThat(store.idempotency().insertOnce(session("user", NOON), record, NOON)).contains(record);
            assertThat(store.lists().count(SessionFilter.ALL, NOON)).isEqualTo(1);
        }
    }
}
