package sessions.rest;

import java.time.Duration;

/**
 * What requests may cost.
 *
 * @param maxBodyBytes the largest body that is taken
 * @param maxHeaderBytes the most that address and headers of a request may have
 * @param maxConcurrent how many requests are worked on at a time; the next ones wait, as many again at the most
 * @param longestWait how long one waits; then, or where too many wait, it is refused with 503
 */
public record HttpLimits(int maxBodyBytes, int maxHeaderBytes, int maxConcurrent, Duration longestWait) {

    public static final HttpLimits DEFAULT = new HttpLimits(1 << 20, 8 << 10, 1000, Duration.ofSeconds(1));

    /** The same with another largest body. */
    public HttpLimits withMaxBody(int bytes) {
        return new HttpLimits(bytes, maxHeaderBytes, maxConcurrent, longestWait);
    }
}
