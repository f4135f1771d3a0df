package sessions.persistence.jdbi.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.Concurrently;
import sessions.testkit.Fixtures;

/** An acknowledged change is in the file as soon as the call returns, not half a second later. */
class H2FileCopyTest {

    private static final int ROUNDS = 10;
    private static final int THREADS = 32;

    @TempDir
    private Path folder;

    @Test
    void copyOfTheFileHasEverythingAcknowledged() throws IOException {
        List<SessionV1> acknowledged = new ArrayList<>();
        try (SessionStore store = open("live")) {
            for (int round = 0; round < ROUNDS; round++) {
                acknowledged.addAll(Concurrently.run(THREADS, i -> () -> openAndChange(store)));
                String copy = "copy" + round;
                Files.write(file(copy), unchangingBytes(file("live")));
                assertHolds(copy, acknowledged);
            }
        }
    }

    private static SessionV1 openAndChange(SessionStore store) {
        SessionV1 session = session("user", NOON);
        store.sessions().insert(session);
        return Fixtures.changed(store.sessions().change(session.id(),
                new SessionChange.StoreData(new Json("\"changed\""), NOON.plusMillis(1), null), ONE_HOUR));
    }

    private void assertHolds(String name, List<SessionV1> sessions) {
        try (SessionStore copy = open(name)) {
            for (SessionV1 session : sessions) {
                assertThat(copy.sessions().find(session.id(), NOON)).contains(session);
            }
        }
    }

    /**
     * Reads one state of the file. H2 also writes in the background, and a mixture of several states is not what a
     * crash leaves.
     */
    private static byte[] unchangingBytes(Path file) throws IOException {
        byte[] before;
        byte[] bytes = Files.readAllBytes(file);
        do {
            before = bytes;
            bytes = Files.readAllBytes(file);
        } while (!Arrays.equals(before, bytes));
        return bytes;
    }

    private SessionStore open(String name) {
        return StoreProviders.open(new StoreSettings("jdbc:h2:file:" + folder.resolve(name), null, null));
    }

    private Path file(String name) {
        return folder.resolve(name + ".mv.db");
    }
}
