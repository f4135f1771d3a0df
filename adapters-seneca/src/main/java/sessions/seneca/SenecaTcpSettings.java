package sessions.seneca;

import java.time.Duration;

/**
 * Where and how messages of Seneca are taken over TCP.
 *
 * @param host name or address of the interface to listen on
 * @param port its port, or 0 for any free one
 * @param limits what connections and messages may cost
 * @param drainTime how long a stop waits for the messages under way
 */
public record SenecaTcpSettings(String host, int port, SenecaTcpLimits limits, Duration drainTime) {
}
