package sessions.seneca;

import java.time.Duration;

/**
 * What connections and messages over TCP may cost.
 *
 * @param maxLineBytes the longest line that is taken, its end not counted
 * @param connections most that are open at once; further ones wait until one has ended
 * @param maxConcurrent how many messages are worked on at a time, over all connections
 * @param longestWait how long a message waits for its turn; then it is refused
 * @param idleTimeout how long a connection may be silent while no reply is due, and how long a client may take to read a reply
 * @param arrivalTime how long a line may take to arrive, however slowly it does
 * @param bytesPerSecond the pace that a line that takes longer must have kept since its first byte
 */
public record SenecaTcpLimits(int maxLineBytes, int connections, int maxConcurrent, Duration longestWait,
        Duration idleTimeout, Duration arrivalTime, int bytesPerSecond) {

    /** For clients that are programs in a network of ours. */
    public static final SenecaTcpLimits DEFAULT = new SenecaTcpLimits(1 << 20, 256, 1000, Duration.ofSeconds(1),
            Duration.ofSeconds(30), Duration.ofSeconds(30), 10_000);

    /** Whether a line arrives too slowly, of which so much has arrived since its first byte. */
    boolean areExceededBy(long bytes, Duration since) {
        return since.compareTo(arrivalTime) > 0
                && bytes < since.toMillis() * bytesPerSecond / Duration.ofSeconds(1).toMillis();
    }
}
