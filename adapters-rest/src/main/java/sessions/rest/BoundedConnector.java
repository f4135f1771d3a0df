package sessions.rest;

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

/** Takes connections, within {@link ConnectionLimits}, and ends them so that no request is lost on the way. */
final class BoundedConnector extends ServerConnector {

    /** How long a connection must have been silent, at the end, for nothing to be on its way to it. */
    private static final Duration LAST_CALL = Duration.ofMillis(250);

    /** Where callers keep their end open they are not waited for. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(BoundedConnector.class);

    private final ConnectionLimits limits;

    BoundedConnector(Server server, HttpSettings settings, ConnectionFactory... protocols) {
        super(server, null, null, null, 1, -1, protocols);
        limits = settings.connections();
        setHost(settings.host());
        setPort(settings.port());
        setIdleTimeout(limits.idleTimeout().toMillis());
        setShutdownIdleTimeout(LAST_CALL.toMillis());
        addBean(new NetworkConnectionLimit(limits.connections(), this));
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint connection = new PacedEndPoint(channel, selector, key, getScheduler(), limits);
        connection.setIdleTimeout(getIdleTimeout());
        return connection;
    }

    /** Takes no more connections; those that are open stay. */
    void takeNoMore() {
        close();
    }

    /**
     * Ends the connections that are left, now that nobody is owed an answer. A caller may be sending a request on one that it
     * kept open, just before it hears of the end: that is still answered.
     */
    void sayFarewell() throws InterruptedException {
        try {
            shutdown().get(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unanswered) {
            LOG.debug("Callers did not end all connections", unanswered);
        }
    }
}
