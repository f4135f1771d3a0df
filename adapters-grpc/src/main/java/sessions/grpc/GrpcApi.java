package sessions.grpc;

import io.grpc.Deadline;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptors;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.grpc.call.ApiKeyInterceptor;
import sessions.grpc.call.CallAccessLog;
import sessions.grpc.call.CallHandler;
import sessions.grpc.call.CallStatusTracer;
import sessions.grpc.call.InFlightCalls;
import sessions.grpc.limit.ConcurrencyLimitInterceptor;
import sessions.grpc.limit.OpenStreamLimit;
import sessions.grpc.limit.RequestReadTimeout;
import sessions.grpc.limit.ResponseWriteTimeout;
import sessions.grpc.limit.StreamDurationLimit;
import sessions.grpc.netty.NettyTls;
import sessions.grpc.netty.NettyTransport;
import sessions.grpc.service.GenericSessionsService;
import sessions.grpc.service.HealthReporter;
import sessions.grpc.service.TypedSessionsService;
import sessions.grpc.service.UnknownMethodRegistry;
import sessions.transport.ListenFailure;
import sessions.transport.ServerSettings;
import sessions.transport.TlsSettings;
import sessions.wire.command.SessionCommands;

/**
 * The running gRPC API: the contract's typed and generic service, and gRPC's own for health, which needs no key, and for
 * reflection. Calls run on virtual threads.
 */
public final class GrpcApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GrpcApi.class);

    /** More than tools need, which ask once and end their stream. */
    static final int REFLECTION_STREAMS = 10;

    /** How long callers who are cut off are given to notice. */
    private static final long LAST_SECONDS = 1;

    private final NettyTransport transport = new NettyTransport();
    private final ExecutorService executor = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("grpc-", 0).factory());
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("grpc-timer").factory());
    private final @Nullable NettyTls certificates;
    private final Duration drainTime;
    private final HealthReporter health;
    private final InFlightCalls calls = new InFlightCalls();
    private final OpenStreamLimit watches;
    private final OpenStreamLimit reflection = new OpenStreamLimit(REFLECTION_STREAMS);
    private final Server server;
    private volatile Deadline drained = Deadline.after(0, TimeUnit.NANOSECONDS);

    private GrpcApi(ServerSettings settings, @Nullable NettyTls certificates, DrivingPorts ports,
            Authenticator authenticator,
            Telemetry telemetry) {
        this.certificates = certificates;
        drainTime = settings.drainTime();
        timer.setRemoveOnCancelPolicy(true);
        health = new HealthReporter(ports.monitoring(),
                List.of(TypedSessionsService.SERVICE.getFullName(), GenericSessionsService.SERVICE.getFullName()));
        watches = new OpenStreamLimit(settings.requests().maxConcurrent());
        server = server(settings, ports, authenticator, telemetry);
    }

    /**
     * Starts to listen.
     *
     * @param authenticator asked who calls before each call but those about health
     * @param telemetry is told of each call of the contract
     * @throws IOException where that address cannot be listened on, or certificates cannot be read; the message says which and
     *                     why
     */
    public static GrpcApi start(ServerSettings settings, DrivingPorts ports, Authenticator authenticator,
            Telemetry telemetry)
            throws IOException {
        TlsSettings tls = settings.tls();
        GrpcApi api = new GrpcApi(settings, tls == null ? null : NettyTls.of(tls), ports, authenticator, telemetry);
        try {
            api.health.start(api.timer);
            api.server.start();
            return api;
        } catch (IOException failed) {
            api.close();
            throw ListenFailure.of(settings.address() + " for gRPC", failed);
        }
    }

    private Server server(ServerSettings settings, DrivingPorts ports, Authenticator authenticator,
            Telemetry telemetry) {
        CallHandler replies = new CallHandler(authenticator, telemetry);
        RequestReadTimeout arrival = new RequestReadTimeout(timer, settings.connections().arrivalTime());
        ConcurrencyLimitInterceptor crowd = new ConcurrencyLimitInterceptor(settings.requests());
        ResponseWriteTimeout delivery = new ResponseWriteTimeout(timer, settings.connections().idleTimeout(),
                transport.connections());
        NettyServerBuilder builder = transport.server(settings, credentials());
        builder.executor(executor).addStreamTracerFactory(new CallStatusTracer.Factory()).intercept(calls)
                .intercept(delivery)
                .intercept(new CallAccessLog())
                .fallbackHandlerRegistry(new UnknownMethodRegistry())
                .addService(ServerInterceptors.intercept(health.service(), watches, arrival))
                .addService(
                        ServerInterceptors.intercept(new TypedSessionsService(ports.sessions(), replies).definition(),
                                crowd, arrival))
                .addService(ServerInterceptors.intercept(
                        new GenericSessionsService(new SessionCommands(ports.sessions(), ports.resources()), replies)
                                .definition(),
                        crowd, arrival))
                .addService(ServerInterceptors.intercept(ProtoReflectionServiceV1.newInstance(),
                        new StreamDurationLimit(timer, settings.connections().arrivalTime()), reflection,
                        new ApiKeyInterceptor(authenticator)));
        return builder.build();
    }

    private ServerCredentials credentials() {
        return certificates == null ? InsecureServerCredentials.create() : certificates.credentials();
    }

    /**
     * Has new connections use other certificates from now on.
     *
     * @throws IOException where they cannot be read; then those before stay
     * @throws IllegalStateException where connections are not encrypted
     */
    public void replace(TlsSettings replacement) throws IOException {
        if (certificates == null) {
            throw new IllegalStateException("there is no TLS");
        }
        certificates.replace(replacement);
    }

    /** The port that it listens on, also where any free one was asked for. */
    public int port() {
        return server.getPort();
    }

    /** How many connections of callers are open. */
    public int connections() {
        return transport.connections().count();
    }

    /** Tells those who watch its health, and takes no further calls; those under way go on, up to the drain time. */
    public void stopAccepting() {
        if (!server.isShutdown()) {
            drained = Deadline.after(drainTime.toNanos(), TimeUnit.NANOSECONDS);
            health.markStopping();
            server.shutdown();
            watches.end();
            reflection.end();
        }
    }

    /** Takes no further calls, and waits for those under way, up to the drain time; then they are cut off. */
    @Override
    public void close() {
        stopAccepting();
        try {
            if (!server.awaitTermination(drained.timeRemaining(TimeUnit.NANOSECONDS), TimeUnit.NANOSECONDS)) {
                LOG.warn("Calls that are still running after {} are cut off", drainTime);
                cutOff();
            }
            executor.shutdown();
            executor.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
        timer.shutdownNow();
        transport.close();
    }

    /** Callers are told before their connections end. */
    private void cutOff() throws InterruptedException {
        calls.cutOff();
        if (!server.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
            server.shutdownNow().awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
        }
    }
}
