package sessions.jetty;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sessions.transport.ConnectionLimits;
import sessions.transport.ServerSettings;

/** A connector that enforces {@link ConnectionLimits} and closes its connections without losing requests in flight. */
final class BoundedConnector extends ServerConnector {

    /** During shutdown, a connection that received nothing for this long has no request in flight. */
    private static final Duration SHUTDOWN_IDLE_TIMEOUT = Duration.ofMillis(250);

    /** During shutdown, the longest wait for clients that keep connections open. */
    private static final Duration MAX_CLOSE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(BoundedConnector.class);

    private final ConnectionLimits limits;

    BoundedConnector(Server server, ServerSettings settings, ConnectionFactory... protocols) {
        super(server, null, null, null, 1, -1, protocols);
        limits = settings.connections();
        setHost(settings.host());
        setPort(settings.port());
        setIdleTimeout(limits.idleTimeout().toMillis());
        setShutdownIdleTimeout(SHUTDOWN_IDLE_TIMEOUT.toMillis());
        addBean(new NetworkConnectionLimit(limits.connections(), this));
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint connection = new MinDataRateEndPoint(channel, selector, key, getScheduler(), limits);
        connection.setIdleTimeout(getIdleTimeout());
        return connection;
    }

    /** Stops accepting connections; open connections stay open. */
    void stopAccepting() {
        close();
    }

    /**
     * Closes the idle connections. A client may still send a request on an open connection before it learns of the
     * shutdown; that request is still answered.
     */
    void closeIdleConnections() throws InterruptedException {
        try {
            shutdown().get(MAX_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException failed) {
            LOG.debug("Could not close all connections gracefully", failed);
        }
    }
}
