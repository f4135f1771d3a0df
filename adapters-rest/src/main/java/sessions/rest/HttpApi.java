package sessions.rest;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.jetty.JettyServer;
import sessions.rest.http.AuthenticationFilter;
import sessions.rest.http.CorsPolicy;
import sessions.rest.http.ErrorResponses;
import sessions.rest.http.MethodOverrideFilter;
import sessions.rest.http.RequestBody;
import sessions.rest.http.RequestScope;
import sessions.rest.route.BackupRoutes;
import sessions.rest.route.CommandHandler;
import sessions.rest.route.DocsRoutes;
import sessions.rest.route.ExportRoutes;
import sessions.rest.route.MetricsRoutes;
import sessions.rest.route.OpenApiRoutes;
import sessions.rest.route.RemovalRoutes;
import sessions.rest.route.Routes;
import sessions.rest.route.ServiceRoutes;
import sessions.rest.route.SessionListRoutes;
import sessions.rest.route.SessionRoutes;
import sessions.rest.route.StatisticsRoutes;
import sessions.transport.TlsSettings;
import sessions.wire.command.SessionCommands;

/**
 * The running HTTP API: the contract's commands at {@code /v1}, sessions as resources at {@code /v2}, and routes about
 * the service itself.
 */
public final class HttpApi implements AutoCloseable {

    private static final String COMMANDS = "/v1/sessions/";

    /**
     * Javalin allocates a buffer of this size per response, 32 KiB by default; nearly all responses are below 1 KiB.
     */
    private static final int RESPONSE_BUFFER = 4096;

    private final JettyServer server;

    private HttpApi(JettyServer server) {
        this.server = server;
    }

    /**
     * Starts the HTTP API.
     *
     * @param authenticator authenticates each request except the public ones: heartbeat, health, documentation,
     *         preflights
     * @throws IOException if the server cannot listen on the address or cannot read the certificates; the message gives
     *        the cause
     */
    public static HttpApi start(HttpSettings settings, DrivingPorts ports, Authenticator authenticator)
            throws IOException {
        return start(settings, ports, authenticator, Telemetry.NONE, null);
    }

    /**
     * Starts the HTTP API with telemetry.
     *
     * @param telemetry receives each request
     * @param metrics returns all metrics in Prometheus' text format, for {@code GET /metrics}; null turns the route off
     */
    public static HttpApi start(HttpSettings settings, DrivingPorts ports, Authenticator authenticator,
            Telemetry telemetry, @Nullable Supplier<String> metrics) throws IOException {
        return start(settings, ports, authenticator, telemetry, metrics, new Handler.Wrapper());
    }

    /**
     * Starts the HTTP API together with another API on the same port.
     *
     * @param other handles its own requests and passes on the rest. It authenticates its callers, reports to telemetry,
     *              and sets the {@link sessions.transport.RequestAttributes} for the access log
     */
    public static HttpApi start(HttpSettings settings, DrivingPorts ports, Authenticator authenticator,
            Telemetry telemetry, @Nullable Supplier<String> metrics, Handler.Wrapper other) throws IOException {
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            RequestScope.register(config.routes, telemetry);
            ErrorResponses.register(config, settings.documented());
            addRoutes(config, settings, ports, authenticator, metrics);
        });
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(javalin.javalinServlet()), "/*");
        other.setHandler(new MethodOverrideFilter(context));
        return new HttpApi(JettyServer.start(settings.server(), other));
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.router.ignoreTrailingSlashes = false;
        config.http.prefer405over404 = true;
        config.http.responseBufferSize = RESPONSE_BUFFER;
    }

    private static void addRoutes(JavalinConfig config, HttpSettings settings, DrivingPorts ports,
            Authenticator authenticator, @Nullable Supplier<String> metrics) {
        Routes routes = new Routes(config.routes, new CorsPolicy(settings.corsOrigins()),
                new AuthenticationFilter(authenticator));
        SessionCommands commands = new SessionCommands(ports.sessions(), ports.resources());
        RequestBody body = new RequestBody(settings.server().requests().maxBodyBytes());
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
     * Replaces the certificates for new connections.
     *
     * @throws IOException if they cannot be read; the previous certificates stay in use
     * @throws IllegalStateException if the server does not use TLS
     */
    public void replace(TlsSettings certificates) throws IOException {
        server.replace(certificates);
    }

    /** Returns the number of open connections. */
    public int connections() {
        return server.connections();
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return server.port();
    }

    /** Rejects new requests, waits up to the drain time for requests in flight, then closes the connections. */
    @Override
    public void close() {
        server.close();
    }
}
