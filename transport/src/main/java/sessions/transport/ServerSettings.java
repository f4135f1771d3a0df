package sessions.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The address and the limits of a server.
 *
 * @param host name or address of the interface to listen on
 * @param port the port, or 0 for any free one
 * @param tls certificate and key, or null for plaintext connections
 * @param requests the limits of requests
 * @param connections the limits of connections
 * @param drainTime how long a stop waits for running requests
 * @param sources the hosts and origins that HTTP requests may name, or null for any
 */
public record ServerSettings(String host, int port, @Nullable TlsSettings tls, RequestLimits requests,
        ConnectionLimits connections, Duration drainTime, @Nullable RequestSources sources) {

    /** Returns settings for any free port of this machine, plaintext, with the default limits. */
    public static ServerSettings local(Duration drainTime) {
        return new ServerSettings("127.0.0.1", 0, null, RequestLimits.DEFAULT, ConnectionLimits.DEFAULT, drainTime,
                null);
    }

    public ServerSettings withPort(int other) {
        return new ServerSettings(host, other, tls, requests, connections, drainTime, sources);
    }

    public ServerSettings withTls(@Nullable TlsSettings other) {
        return new ServerSettings(host, port, other, requests, connections, drainTime, sources);
    }

    public ServerSettings withRequests(RequestLimits other) {
        return new ServerSettings(host, port, tls, other, connections, drainTime, sources);
    }

    public ServerSettings withConnections(ConnectionLimits other) {
        return new ServerSettings(host, port, tls, requests, other, drainTime, sources);
    }

    public ServerSettings withDrainTime(Duration other) {
        return new ServerSettings(host, port, tls, requests, connections, other, sources);
    }

    /** Returns host and port, for messages. */
    public String address() {
        return host + ":" + port;
    }
}
