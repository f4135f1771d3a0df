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
 * The running gRPC API: the contract's typed and generic services, and gRPC's own services for health (no API key
 * needed) and reflection. Calls run on virtual threads.
 */
public final class GrpcApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GrpcApi.class);

    /** The maximum number of open reflection streams. Tools need fewer: they send one request and close the stream. */
    static final int REFLECTION_STREAMS = 10;

    /** The time that callers of aborted calls have to receive the status. */
    private static final long ABORT_SECONDS = 1;

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
    private volatile Deadline drainDeadline = Deadline.after(0, TimeUnit.NANOSECONDS);

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
     * Starts the server.
     *
     * @param authenticator authenticates each call except health checks
     * @param telemetry receives each call of the contract
     * @throws IOException if the server cannot listen on the address or cannot read the certificates; the message gives
     *                     the cause
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
        CallHandler handler = new CallHandler(authenticator, telemetry);
        RequestReadTimeout readTimeout = new RequestReadTimeout(timer, settings.connections().arrivalTime());
        ConcurrencyLimitInterceptor concurrencyLimit = new ConcurrencyLimitInterceptor(settings.requests());
        ResponseWriteTimeout writeTimeout = new ResponseWriteTimeout(timer, settings.connections().idleTimeout(),
                transport.connections());
        NettyServerBuilder builder = transport.server(settings, credentials());
        builder.executor(executor).addStreamTracerFactory(new CallStatusTracer.Factory()).intercept(calls)
                .intercept(writeTimeout)
                .intercept(new CallAccessLog())
                .fallbackHandlerRegistry(new UnknownMethodRegistry())
                .addService(ServerInterceptors.intercept(health.service(), watches, readTimeout))
                .addService(
                        ServerInterceptors.intercept(new TypedSessionsService(ports.sessions(), handler).definition(),
                                concurrencyLimit, readTimeout))
                .addService(ServerInterceptors.intercept(
                        new GenericSessionsService(new SessionCommands(ports.sessions(), ports.resources()), handler)
                                .definition(),
                        concurrencyLimit, readTimeout))
                .addService(ServerInterceptors.intercept(ProtoReflectionServiceV1.newInstance(),
                        new StreamDurationLimit(timer, settings.connections().arrivalTime()), reflection,
                        new ApiKeyInterceptor(authenticator)));
        return builder.build();
    }

    private ServerCredentials credentials() {
        return certificates == null ? InsecureServerCredentials.create() : certificates.credentials();
    }

    /**
     * Replaces the certificates for new connections.
     *
     * @throws IOException if they cannot be read; the previous certificates stay in use
     * @throws IllegalStateException if the server does not use TLS
     */
    public void replace(TlsSettings replacement) throws IOException {
        if (certificates == null) {
            throw new IllegalStateException("the server does not use TLS");
        }
        certificates.replace(replacement);
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return server.getPort();
    }

    /** Returns the number of open connections. */
    public int connections() {
        return transport.connections().count();
    }

    /** Reports the stop to health watchers and rejects new calls. Calls in flight continue, up to the drain time. */
    public void stopAccepting() {
        if (!server.isShutdown()) {
            drainDeadline = Deadline.after(drainTime.toNanos(), TimeUnit.NANOSECONDS);
            health.markStopping();
            server.shutdown();
            watches.endStreams();
            reflection.endStreams();
        }
    }

    /** Rejects new calls, waits up to the drain time for calls in flight, then aborts the remaining ones. */
    @Override
    public void close() {
        stopAccepting();
        try {
            if (!server.awaitTermination(drainDeadline.timeRemaining(TimeUnit.NANOSECONDS), TimeUnit.NANOSECONDS)) {
                LOG.warn("Drain time ({} ms) over; aborting the remaining calls", drainTime.toMillis());
                abort();
            }
            executor.shutdown();
            executor.awaitTermination(ABORT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
        timer.shutdownNow();
        transport.close();
    }

    /** Sends a status to the callers before it closes their connections. */
    private void abort() throws InterruptedException {
        calls.abort();
        if (!server.awaitTermination(ABORT_SECONDS, TimeUnit.SECONDS)) {
            server.shutdownNow().awaitTermination(ABORT_SECONDS, TimeUnit.SECONDS);
        }
    }
}
