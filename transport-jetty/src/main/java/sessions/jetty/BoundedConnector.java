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

/** Accepts connections within {@link ConnectionLimits}, and closes them so that no request on its way is lost. */
final class BoundedConnector extends ServerConnector {

    /** At a stop, a connection that was silent for this long has no request on its way. */
    private static final Duration SILENCE = Duration.ofMillis(250);

    /** At a stop, clients that keep connections open are not waited for any longer. */
    private static final Duration MAX_CLOSE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(BoundedConnector.class);

    private final ConnectionLimits limits;

    BoundedConnector(Server server, ServerSettings settings, ConnectionFactory... protocols) {
        super(server, null, null, null, 1, -1, protocols);
        limits = settings.connections();
        setHost(settings.host());
        setPort(settings.port());
        setIdleTimeout(limits.idleTimeout().toMillis());
        setShutdownIdleTimeout(SILENCE.toMillis());
        addBean(new NetworkConnectionLimit(limits.connections(), this));
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint connection = new MinDataRateEndPoint(channel, selector, key, getScheduler(), limits);
        connection.setIdleTimeout(getIdleTimeout());
        return connection;
    }

    /** Accepts no more connections; open ones stay. */
    void stopAccepting() {
        close();
    }

    /**
     * Closes the connections once every request has been answered. A request that a client sends on an open connection before
     * it learns of the stop is still answered.
     */
    void closeIdleConnections() throws InterruptedException {
        try {
            shutdown().get(MAX_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException failed) {
            LOG.debug("Clients did not close all connections", failed);
        }
    }
}
