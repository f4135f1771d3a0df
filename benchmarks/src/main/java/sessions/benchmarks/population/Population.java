package sessions.benchmarks.population;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.Json;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;

/**
 * Sessions for measurements, opened one after the other. Every fifth belongs to one {@link #BUSY} user.
 *
 * @param size the number of sessions, positive
 * @param spread the period in which they are opened
 * @param characters the size of the content of each session
 */
public record Population(int size, OpeningSpread spread, int characters) {

    public static final String BUSY = "busy";

    /** So long that no session expires. */
    public static final ExpiryPolicy EXPIRY = new ExpiryPolicy(Duration.ofDays(36_500), null);

    private static final int BUSY_SHARE = 5;
    private static final int OTHER_USERS = 50_000;
    private static final int LITTLE_CONTENT = 200;

    /** Creates a population with little content. */
    public Population(int size, OpeningSpread spread) {
        this(size, spread, LITTLE_CONTENT);
    }

    Stream<SessionV1> sessions() {
        Json data = new Json("{\"cart\":\"" + "x".repeat(characters) + "\"}");
        return IntStream.range(0, size)
                .mapToObj(index -> SessionV1.open(opening(index, data), spread.openTime(index, size), EXPIRY));
    }

    public int sizeOfBusy() {
        return (size + BUSY_SHARE - 1) / BUSY_SHARE;
    }

    private static SessionOpening opening(int index, Json data) {
        String userId = index % BUSY_SHARE == 0 ? BUSY : "user" + index % OTHER_USERS;
        return new SessionOpening(userId, "Name of " + userId, "192.0.2.7", "web", null, data);
    }
}
