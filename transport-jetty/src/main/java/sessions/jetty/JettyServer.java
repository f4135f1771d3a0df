package sessions.jetty;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sessions.transport.ListenFailure;
import sessions.transport.RequestSources;
import sessions.transport.ServerSettings;
import sessions.transport.TlsSettings;

/**
 * A running Jetty server for one API: HTTP/1.1 and HTTP/2, TLS, the limits of its settings, the access log, and a stop
 * that lets requests in flight finish. Each request runs on a virtual thread.
 */
public final class JettyServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JettyServer.class);

    private final Server server;
    private final BoundedConnector connector;
    private final @Nullable JettyTls tls;
    private final DrainHandler requests;
    private final Duration drainTime;

    private JettyServer(Server server, BoundedConnector connector, @Nullable JettyTls tls, DrainHandler requests,
            Duration drainTime) {
        this.server = server;
        this.connector = connector;
        this.tls = tls;
        this.requests = requests;
        this.drainTime = drainTime;
    }

    /**
     * Starts the server.
     *
     * @param api handles the requests; requests that it does not handle are answered with 404
     * @throws IOException if the server cannot listen on the address or cannot read the certificates; the message gives
     *         the cause
     */
    public static JettyServer start(ServerSettings settings, Handler api) throws IOException {
        TlsSettings certificates = settings.tls();
        JettyTls tls = certificates == null ? null : JettyTls.of(certificates);
        DrainHandler requests = new DrainHandler();
        Server server = new Server(new VirtualThreads());
        BoundedConnector connector = HttpConnectors.of(server, settings, tls);
        server.addConnector(connector);
        server.setErrorHandler(new JettyErrorHandler());
        server.setRequestLog(new JettyAccessLog());
        server.setStopTimeout(0); // close() drains the server before it stops it
        server.setHandler(api);
        server.insertHandler(new ConcurrencyLimitHandler(settings.requests()));
        RequestSources sources = settings.sources();
        if (sources != null) {
            server.insertHandler(new RequestSourceHandler(sources));
        }
        server.insertHandler(new TunnelRejectionHandler());
        server.insertHandler(requests);
        try {
            server.start();
        } catch (Exception failed) { // declared by Jetty
            stop(server);
            throw ListenFailure.of(settings.address(), failed);
        }
        return new JettyServer(server, connector, tls, requests, settings.drainTime());
    }

    /**
     * Replaces the certificates for new connections.
     *
     * @throws IOException if they cannot be read; the previous certificates stay in use
     * @throws IllegalStateException if the server does not use TLS
     */
    public void replace(TlsSettings certificates) throws IOException {
        if (tls == null) {
            throw new IllegalStateException("the server does not use TLS");
        }
        tls.replace(certificates);
    }

    /** Returns the number of open connections. */
    public int connections() {
        return connector.getConnectedEndPoints().size();
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /**
     * Rejects new requests, waits up to the drain time for requests in flight, then closes the connections. Jetty's own
     * graceful stop aborts requests whose body is still arriving, and closes connections on which the next request is
     * already in flight.
     */
    @Override
    public void close() {
        try {
            connector.stopAccepting();
            drain();
            connector.closeIdleConnections();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        stop(server);
    }

    private void drain() throws InterruptedException {
        try {
            requests.shutdown().get(drainTime.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException overdue) {
            LOG.warn("Drain time ({} ms) over; aborting the remaining requests", drainTime.toMillis());
        } catch (ExecutionException failed) {
            LOG.warn("Could not wait for the requests in flight", failed);
        }
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception failed) { // declared by Jetty
            LOG.warn("The HTTP server did not stop cleanly", failed);
        }
    }

    /** One virtual thread per task. */
    private static final class VirtualThreads implements ThreadPool {

        private final ExecutorService executor = Executors
                .newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory());

        @Override
        public void execute(Runnable task) {
            executor.execute(task);
        }

        @Override
        public void join() {
            // Returns at once: each thread ends with its task, so there is no pool to wait for.
        }

        @Override
        public int getThreads() {
            return 1;
        }

        @Override
        public int getIdleThreads() {
            return 1;
        }

        @Override
        public boolean isLowOnThreads() {
            return false;
        }
    }
}
