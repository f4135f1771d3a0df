package sessions.seneca;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.transport.ListenFailure;

/** Serves messages of Seneca over TCP: JSON objects, one on each line. */
public final class SenecaTcp implements AutoCloseable {

    /** Where callers keep their end open they are not waited for. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(1);

    /** After a connection could not be taken, as where there are no more files to open. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(SenecaTcp.class);

    private final ServerSocket listener;
    private final Service service;
    private final SenecaTcpSettings settings;
    private final TcpCrowd crowd;
    private final Semaphore places;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("seneca-writes").factory());
    private final Map<TcpConnection, Thread> connections = new ConcurrentHashMap<>();

    private SenecaTcp(ServerSocket listener, Service service, SenecaTcpSettings settings) {
        this.listener = listener;
        this.service = service;
        this.settings = settings;
        crowd = new TcpCrowd(settings.limits());
        places = new Semaphore(settings.limits().connections());
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * Starts to listen.
     *
     * @param admission asked who calls before each message, without a key: messages carry none
     * @param telemetry is told of each message
     * @throws IOException where that address cannot be listened on; the message says which and why
     */
    public static SenecaTcp start(SenecaTcpSettings settings, DrivingPorts ports, Authenticator admission,
            Telemetry telemetry) throws IOException {
        SenecaTcp server = new SenecaTcp(bound(settings), Service.of(ports, admission, telemetry), settings);
        Thread.ofVirtual().name("seneca-accept").start(server::takeConnections);
        return server;
    }

    private static ServerSocket bound(SenecaTcpSettings settings) throws IOException {
        ServerSocket listener = new ServerSocket();
        try {
            listener.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
            return listener;
        } catch (IOException failed) {
            listener.close();
            throw ListenFailure.of(settings.host() + ":" + settings.port(), failed);
        }
    }

    private void takeConnections() {
        while (!listener.isClosed()) {
            places.acquireUninterruptibly();
            try {
                serve(listener.accept());
            } catch (IOException failed) {
                places.release();
                if (!listener.isClosed()) {
                    LOG.warn("A connection could not be taken: {}", failed.getMessage());
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    private void serve(Socket socket) {
        TcpConnection connection = new TcpConnection(socket, service, crowd, settings.limits(),
                new TimedOutput(socket, settings.limits().idleTimeout(), timer));
        Thread thread = Thread.ofVirtual().name("seneca-connection").unstarted(() -> {
            try {
                connection.serve();
            } finally {
                connections.remove(connection);
                places.release();
            }
        });
        connections.put(connection, thread);
        thread.start();
    }

    /** The port that it listens on, also where any free one was asked for. */
    public int port() {
        return listener.getLocalPort();
    }

    /** How many connections of clients are open. */
    public int connections() {
        return connections.size();
    }

    /** Takes no further messages and waits for those under way, up to the drain time; then clients are given a moment to notice. */
    @Override
    public void close() {
        try (listener) {
            LOG.debug("Stopping");
        } catch (IOException failed) {
            LOG.warn("The port could not be given up: {}", failed.getMessage());
        }
        connections.keySet().forEach(TcpConnection::takeNoMore);
        try {
            drain();
            sayFarewell();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        connections.keySet().forEach(SenecaTcp::cutOff);
        timer.shutdownNow();
    }

    private void drain() throws InterruptedException {
        long end = System.nanoTime() + settings.drainTime().toNanos();
        for (TcpConnection connection : connections.keySet()) {
            try {
                if (!connection.drain(until(end))) {
                    LOG.warn("Messages that are still worked on after {} are cut off", settings.drainTime());
                    return;
                }
            } catch (IOException ended) {
                LOG.debug("A connection had ended", ended);
            }
        }
    }

    private void sayFarewell() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_FAREWELL.toNanos();
        for (Thread connection : connections.values()) {
            connection.join(until(end));
        }
    }

    private static Duration until(long end) {
        return Duration.ofNanos(Math.max(end - System.nanoTime(), 0));
    }

    private static void cutOff(TcpConnection connection) {
        try {
            connection.cutOff();
        } catch (IOException ended) {
            LOG.debug("A connection had ended", ended);
        }
    }
}
