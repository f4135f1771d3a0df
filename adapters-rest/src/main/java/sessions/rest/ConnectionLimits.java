package sessions.rest;

import java.time.Duration;

/**
 * What the HTTP API grants to each connection, so that callers who are silent or slow do not keep others out.
 *
 * @param connections most that are open at once; further ones wait until one has ended
 * @param idleTimeout how long one may be silent, between two requests or within one
 * @param arrivalTime how long a request may take to arrive, however slowly it does
 * @param bytesPerSecond the pace that a request that takes longer must have kept since its first byte
 */
public record ConnectionLimits(int connections, Duration idleTimeout, Duration arrivalTime, int bytesPerSecond) {

    private static final int MILLIS_IN_SECOND = 1000;

    /** For callers that are programs in a network of ours. */
    public static final ConnectionLimits DEFAULT = new ConnectionLimits(10_000, Duration.ofSeconds(30),
            Duration.ofSeconds(30), 10_000);

    /**
     * Whether a request arrives too slowly.
     *
     * @param bytes how much of it has arrived
     * @param since its first byte
     */
    boolean areExceededBy(long bytes, Duration since) {
        return since.compareTo(arrivalTime) > 0 && bytes < since.toMillis() * bytesPerSecond / MILLIS_IN_SECOND;
    }
}
