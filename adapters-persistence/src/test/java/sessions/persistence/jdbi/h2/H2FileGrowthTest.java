package sessions.persistence.jdbi.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.Concurrently;
import sessions.testkit.Fixtures;

/** H2 writes a changed page to a new place, so old pages must be removed from the file. */
@Tag("slow")
class H2FileGrowthTest {

    private static final int SESSIONS = 10_000;
    private static final int UPDATES = 50_000;
    private static final int SAMPLE_EVERY = 1_000;
    private static final int THREADS = 100;

    private static final int CONTENT = 1_000;
    /** Approximate size of a row without its content. */
    private static final int REST_OF_ROW = 200;

    private static final double MAX_FACTOR = 10;

    private final AtomicInteger updates = new AtomicInteger();

    @Test
    void fileStaysWithinTenTimesTheLiveData(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sessions.mv.db");
        double largest;
        try (SessionStore store = StoreProviders
                .open(new StoreSettings("jdbc:h2:file:" + folder.resolve("sessions"), null, null))) {
            List<SessionId> ids = Concurrently.run(THREADS, i -> () -> insert(store, SESSIONS / THREADS)).stream()
                    .flatMap(List::stream).toList();
            largest = Concurrently.run(THREADS, i -> () -> update(store, ids, i, file)).stream()
                    .mapToDouble(Double::doubleValue).max().orElseThrow();
        }
        double atTheEnd = ratio(file);
        System.out.printf("H2 file: at most %.1f times the live data after any %,d of %,d updates, %.1f when closed%n",
                largest, SAMPLE_EVERY, UPDATES, atTheEnd);
        assertThat(largest).isBetween(1.0, MAX_FACTOR);
        assertThat(atTheEnd).isBetween(1.0, MAX_FACTOR);
    }

    private static List<SessionId> insert(SessionStore store, int count) {
        return Stream.generate(() -> SessionV1.open(new SessionOpening("user", null, null, null, null, content(0)),
                NOON, ONE_HOUR)).limit(count).peek(store.sessions()::insert).map(SessionV1::id).toList();
    }

    /** Updates the sessions of one thread in turn until all updates are made, and returns the largest ratio. */
    private double update(SessionStore store, List<SessionId> ids, int thread, Path file) throws IOException {
        double largest = 0;
        for (int i = thread;; i += THREADS) {
            int number = updates.incrementAndGet();
            if (number > UPDATES) {
                return largest;
            }
            SessionChange change = new SessionChange.StoreData(content(number), NOON.plusMillis(number), null);
            Fixtures.changed(store.sessions().change(ids.get(i % ids.size()), change, ONE_HOUR));
            if (number % SAMPLE_EVERY == 0) {
                largest = Math.max(largest, ratio(file));
            }
        }
    }

    private static double ratio(Path file) throws IOException {
        return (double) Files.size(file) / (SESSIONS * (CONTENT + REST_OF_ROW));
    }

    /** Returns digits that differ from row to row, in case the database compresses. */
    private static Json content(int seed) {
        StringBuilder digits = new StringBuilder(CONTENT).append('"');
        long next = seed;
        while (digits.length() < CONTENT - 1) {
            next = next * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            digits.append(next >>> 1);
        }
        digits.setLength(CONTENT - 1);
        return new Json(digits.append('"').toString());
    }
}
