package sessions.rest;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.transport.ListenFailure;
import sessions.wire.command.SessionCommands;

/**
 * The running HTTP API: the contract's commands below {@code /v1}, sessions as resources below {@code /v2}, and routes
 * about the service itself.
 */
public final class HttpApi implements AutoCloseable {

    private static final String COMMANDS = "/v1/sessions/";

    /** Javalin makes a buffer of this size for each answer, 32 KiB unless told otherwise; nearly all are below 1 KiB. */
    private static final int COPIED_AT_ONCE = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);

    private final Javalin server;
    private final @Nullable Tls tls;
    private final LastAnswers requests;
    private final Duration drainTime;

    private HttpApi(Javalin server, @Nullable Tls tls, LastAnswers requests, Duration drainTime) {
        this.server = server;
        this.tls = tls;
        this.requests = requests;
        this.drainTime = drainTime;
    }

    /**
     * Starts to listen.
     *
     * @param admission asked who calls before each request but those for everyone: heartbeat, documentation, preflights
     * @throws IOException where that address cannot be listened on, or certificates cannot be read; the message says which and
     *                     why
     */
    public static HttpApi start(HttpSettings settings, DrivingPorts ports, Authenticator admission) throws IOException {
        return start(settings, ports, admission, Telemetry.NONE, null);
    }

    /**
     * The same for a service that is observed.
     *
     * @param telemetry is told of each request
     * @param metrics all measurements in Prometheus' text format, for {@code GET /metrics}, or null for no such route
     */
    public static HttpApi start(HttpSettings settings, DrivingPorts ports, Authenticator admission, Telemetry telemetry,
            @Nullable Supplier<String> metrics) throws IOException {
        return start(settings, ports, admission, telemetry, metrics, new Handler.Wrapper());
    }

    /**
     * The same with another API on the same port.
     *
     * @param beside serves the requests that are for it, within the limits of all requests, and passes on the others. It lets
     *               callers in, and tells telemetry, by itself; what it knows for the log it leaves under {@link
     *               sessions.transport.RequestAttributes}
     */
    public static HttpApi start(HttpSettings settings, DrivingPorts ports, Authenticator admission, Telemetry telemetry,
            @Nullable Supplier<String> metrics, Handler.Wrapper beside) throws IOException {
        return listen(settings, telemetry, beside, config -> addRoutes(config, settings, ports, admission, metrics));
    }

    /**
     * Starts to listen for another API alone; requests that it passes on find no route.
     *
     * @throws IOException like {@link #start}
     */
    public static HttpApi startAlone(HttpSettings settings, Telemetry telemetry, Handler.Wrapper api)
            throws IOException {
        return listen(settings, telemetry, api, _ -> {
        });
    }

    private static HttpApi listen(HttpSettings settings, Telemetry telemetry, Handler.Wrapper beside,
            Consumer<JavalinConfig> routes) throws IOException {
        TlsSettings certificates = settings.tls();
        Tls tls = certificates == null ? null : Tls.of(certificates);
        LastAnswers requests = new LastAnswers();
        Javalin server = Javalin.create(config -> {
            configureServer(config, settings, tls, requests, beside);
            RequestScope.register(config.routes, telemetry);
            ErrorAnswers.register(config);
            routes.accept(config);
        });
        try {
            server.start();
        } catch (JavalinException failed) {
            throw ListenFailure.of(settings.host() + ":" + settings.port(), failed);
        }
        return new HttpApi(server, tls, requests, settings.drainTime());
    }

    private static void configureServer(JavalinConfig config, HttpSettings settings, @Nullable Tls tls,
            LastAnswers requests, Handler.Wrapper beside) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.router.ignoreTrailingSlashes = false;
        config.http.prefer405over404 = true;
        config.http.responseBufferSize = COPIED_AT_ONCE;
        config.jetty.addConnector((server, http) -> Connectors.of(server, http, settings, tls));
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new JettyErrors());
            server.setRequestLog(new AccessLog());
            server.setStopTimeout(0); // by then the requests have ended, or their time has
            server.insertHandler(beside);
            server.insertHandler(new Crowd(settings.limits()));
            server.insertHandler(requests);
        });
    }

    private static void addRoutes(JavalinConfig config, HttpSettings settings, DrivingPorts ports,
            Authenticator admission, @Nullable Supplier<String> metrics) {
        Routes routes = new Routes(config.routes, new Cors(settings.corsOrigins()), new Authentication(admission));
        SessionCommands commands = new SessionCommands(ports.sessions(), ports.resources());
        RequestBody body = new RequestBody(settings.limits().maxBodyBytes());
        commands.names().forEach(name -> routes.post(COMMANDS + name, new CommandHandler(name, commands, body)));
        new SessionListRoutes(ports.resources(), ports.admin(), body).addTo(routes);
        new RemovalRoutes(ports.admin(), body).addTo(routes);
        new ExportRoutes(ports.admin()).addTo(routes);
        new BackupRoutes(ports.admin()).addTo(routes);
        new StatisticsRoutes(ports.admin()).addTo(routes);
        new SessionRoutes(ports.resources(), body).addTo(routes);
        new ServiceRoutes(ports.monitoring()).addTo(routes);
        if (metrics != null) {
            MetricsRoutes.add(routes, metrics);
        }
        if (settings.documented()) {
            OpenApiRoutes.add(routes);
            DocsRoutes.add(routes);
        }
        routes.addPreflights();
    }

    /**
     * Has new connections use other certificates from now on.
     *
     * @throws IOException where they cannot be read; then those before stay
     * @throws IllegalStateException where connections are not encrypted
     */
    public void replace(TlsSettings certificates) throws IOException {
        if (tls == null) {
            throw new IllegalStateException("there is no TLS");
        }
        tls.replace(certificates);
    }

    /** How many connections of callers are open. */
    public int connections() {
        return Stream.of(server.jettyServer().server().getConnectors())
                .mapToInt(connector -> connector.getConnectedEndPoints().size()).sum();
    }

    /** The port that it listens on, also where any free one was asked for. */
    public int port() {
        return server.port();
    }

    /**
     * Takes no further requests and waits for those under way, up to the drain time; then callers are given a moment to
     * notice. The server's own graceful stop would cut off requests whose body is still arriving, and end connections on
     * which the next request is already under way.
     */
    @Override
    public void close() {
        try {
            connector().takeNoMore();
            drain();
            connector().sayFarewell();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }

    private BoundedConnector connector() {
        return (BoundedConnector) server.jettyServer().server().getConnectors()[0];
    }

    private void drain() throws InterruptedException {
        try {
            requests.shutdown().get(drainTime.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            LOG.warn("Requests that are still running after {} are cut off", drainTime);
        } catch (ExecutionException failed) {
            LOG.warn("Waiting for the requests under way failed", failed);
        }
    }
}
