package sessions.transport;

import java.time.Duration;

/**
 * The limits that a server enforces on each connection, so that silent or slow clients do not block others.
 *
 * @param connections the maximum number of open connections
 * @param idleTimeout how long a connection may be silent, and how long its client may take to read a response
 * @param arrivalTime how long a request may take to arrive
 * @param bytesPerSecond the minimum average data rate of a request that takes longer than {@code arrivalTime}
 */
public record ConnectionLimits(int connections, Duration idleTimeout, Duration arrivalTime, int bytesPerSecond) {

    /** For clients that are programs on a trusted network. */
    public static final ConnectionLimits DEFAULT = new ConnectionLimits(10_000, Duration.ofSeconds(30),
            Duration.ofSeconds(30), 10_000);

    private static final int MILLIS_IN_SECOND = 1000;

    public ConnectionLimits withConnections(int most) {
        return new ConnectionLimits(most, idleTimeout, arrivalTime, bytesPerSecond);
    }

    /**
     * Returns whether a request arrives too slowly.
     *
     * @param bytes how much of it has arrived
     * @param elapsed the time since its first byte
     */
    public boolean isTooSlow(long bytes, Duration elapsed) {
        return elapsed.compareTo(arrivalTime) > 0 && bytes < elapsed.toMillis() * bytesPerSecond / MILLIS_IN_SECOND;
    }
}
