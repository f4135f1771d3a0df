package sessions.transport;

import java.time.Duration;

/**
 * The limits that a server enforces on requests of any protocol.
 *
 * @param maxBodyBytes the largest body or message that is accepted
 * @param maxHeaderBytes the largest size of a request's address and headers, or of a call's metadata
 * @param maxConcurrent how many requests run at a time; as many again may wait
 * @param longestWait how long a request waits before it is rejected
 */
public record RequestLimits(int maxBodyBytes, int maxHeaderBytes, int maxConcurrent, Duration longestWait) {

    public static final RequestLimits DEFAULT = new RequestLimits(1 << 20, 8 << 10, 1000, Duration.ofSeconds(1));

    public RequestLimits withMaxBody(int bytes) {
        return new RequestLimits(bytes, maxHeaderBytes, maxConcurrent, longestWait);
    }

    public RequestLimits withConcurrency(int most, Duration wait) {
        return new RequestLimits(maxBodyBytes, maxHeaderBytes, most, wait);
    }
}
