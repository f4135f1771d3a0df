package sessions.grpc;

import java.time.Duration;

/**
 * What callers of the gRPC API may take.
 *
 * @param maxMessageBytes the largest message that is taken
 * @param maxMetadataBytes the most that the metadata of a call may have
 * @param maxConcurrent how many calls are worked on at a time; the next ones wait, as many again at the most. Also how many
 *                      may watch the service's health
 * @param longestWait how long one waits; then, or where too many wait, it is refused
 * @param connections most that are open at once; further ones are ended
 * @param idleTimeout how long a connection may be silent, and how long its caller may take for a reply
 * @param arrivalTime how long a message may take to arrive, and how long a stream of reflection may last
 */
public record GrpcLimits(int maxMessageBytes, int maxMetadataBytes, int maxConcurrent, Duration longestWait,
        int connections, Duration idleTimeout, Duration arrivalTime) {

    public static final GrpcLimits DEFAULT = new GrpcLimits(1 << 20, 8 << 10, 1000, Duration.ofSeconds(1), 10_000,
            Duration.ofSeconds(30), Duration.ofSeconds(30));
}
