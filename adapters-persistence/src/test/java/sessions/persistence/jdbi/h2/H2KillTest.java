package sessions.persistence.jdbi.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.persistence.KillRounds;
import sessions.persistence.StoreProcess;
import sessions.persistence.jdbi.SqlStores;

/** Kills the process while many threads write. */
@Tag("slow")
class H2KillTest {

    private static final String HALF_OPENED = """
            (select session_id from opening_claims except select id from sessions)
            union all (select id from sessions where user_id = '%s' except select session_id from opening_claims)"""
            .formatted(StoreProcess.KEYED_USER);

    @Test
    void everythingAcknowledgedSurvivesAKill(@TempDir Path folder) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("sessions");
        new KillRounds(url).run(() -> assertThat(SqlStores.text(url, HALF_OPENED))
                .as("records without session, sessions without their record").isEmpty());
    }
}
