package sessions.rest;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.time.InstantSource;
import org.eclipse.jetty.server.handler.GracefulHandler;
import sessions.domain.ISessionsV1;
import sessions.wire.SessionCommands;

/** The running HTTP API: {@code POST /v1/sessions/<command>}, {@code GET /heartbeat}, {@code GET /status}. */
public final class HttpApi implements AutoCloseable {

    private static final String COMMANDS = "/v1/sessions/";

    private final Javalin server;

    private HttpApi(Javalin server) {
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @throws IOException where that address cannot be listened on; the message says which and why
     */
    public static HttpApi start(HttpSettings settings, ISessionsV1 sessions, ServiceInfo info, InstantSource clock)
            throws IOException {
        Javalin server = Javalin.create(config -> {
            configureServer(config, settings);
            addRoutes(config, settings, sessions, new ServiceRoutes(info, clock));
        });
        try {
            server.start();
        } catch (JavalinException failed) {
            throw new IOException("Cannot listen on " + settings.host() + ":" + settings.port() + ": " + reason(failed),
                    failed);
        }
        return new HttpApi(server);
    }

    private static void configureServer(JavalinConfig config, HttpSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.router.ignoreTrailingSlashes = false;
        config.http.prefer405over404 = true;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new JettyErrors());
            server.setStopTimeout(settings.drainTime().toMillis());
            server.insertHandler(new GracefulHandler());
        });
    }

    private static void addRoutes(JavalinConfig config, HttpSettings settings, ISessionsV1 sessions,
            ServiceRoutes service) {
        RequestScope.register(config.routes);
        ErrorAnswers.register(config);
        Routes routes = new Routes(config.routes, new Cors(settings.corsOrigins()));
        SessionCommands commands = new SessionCommands(sessions);
        RequestBody body = new RequestBody(settings.maxBodyBytes());
        commands.names().forEach(name -> routes.post(COMMANDS + name, new CommandHandler(name, commands, body)));
        routes.get("/heartbeat", service::heartbeat);
        routes.get("/status", service::status);
    }

    /** The innermost cause says it: address in use, permission denied, unresolved address. */
    private static String reason(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /** The port that it listens on, also where any free one was asked for. */
    public int port() {
        return server.port();
    }

    /** Takes no further requests and waits, within bounds, for those under way. */
    @Override
    public void close() {
        server.stop();
    }
}
