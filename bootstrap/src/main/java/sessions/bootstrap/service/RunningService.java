package sessions.bootstrap.service;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import sessions.application.ExpirySweep;
import sessions.application.Readiness;
import sessions.application.ServiceInfo;
import sessions.application.SweepSchedule;
import sessions.application.UseCases;
import sessions.application.intercept.AccessControl;
import sessions.application.intercept.Audit;
import sessions.application.intercept.AuditLog;
import sessions.application.intercept.AuditedAuthenticator;
import sessions.application.intercept.InterceptedPorts;
import sessions.application.observe.ObservedStore;
import sessions.application.observe.TelemetryInterceptor;
import sessions.bootstrap.logging.AuditLogger;
import sessions.bootstrap.settings.HostNames;
import sessions.bootstrap.settings.ServiceSettings;
import sessions.bootstrap.store.Stores;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.transport.TlsSettings;
import sessions.wire.mergepatch.JsonMergePatch;

/** The assembled service: a store, the use cases on it, the sweep and the APIs. */
public final class RunningService implements AutoCloseable {

    /** The descriptor of the use cases, in the contract's form. */
    public static final String CONTROLLER = "service-sessions:controller:default:default:1.0";

    private static final Logger LOG = System.getLogger(RunningService.class.getName());

    private final SessionStore store;
    private final StopAnnouncement stopping;
    private final SweepSchedule sweeps;
    private final Apis apis;
    private final Observability observability;

    private RunningService(SessionStore store, SweepSchedule sweeps, Apis apis, StopAnnouncement stopping,
            Observability observability) {
        this.observability = observability;
        this.store = store;
        this.stopping = stopping;
        this.sweeps = sweeps;
        this.apis = apis;
    }

    /** Starts everything, or nothing, with the authentication that the settings describe. */
    public static RunningService start(ServiceSettings settings, InstantSource clock) throws IOException {
        return start(settings, clock, settings.access().authenticator(clock));
    }

    /**
     * Starts everything, or nothing.
     *
     * @param authenticator authenticates callers
     * @throws IOException if an address cannot be listened on
     * @throws sessions.domain.error.SessionsException if the store cannot be opened
     */
    public static RunningService start(ServiceSettings settings, InstantSource clock, Authenticator authenticator)
            throws IOException {
        Observability observability = Observability.start(settings.observability(), clock);
        try {
            SessionStore store = Stores.open(settings.store(), settings.rules().expiry(), observability.poolMetrics());
            return startOn(store, settings, clock, authenticator, observability);
        } catch (IOException | RuntimeException failed) {
            try (observability) {
                throw failed;
            }
        }
    }

    private static RunningService startOn(SessionStore store, ServiceSettings settings, InstantSource clock,
            Authenticator authenticator, Observability observability) throws IOException {
        try {
            return startObserved(new ObservedStore(store, observability.telemetry()), settings, clock, authenticator,
                    observability);
        } catch (IOException | RuntimeException failed) {
            try (store) {
                throw failed;
            }
        }
    }

    private static RunningService startObserved(SessionStore store, ServiceSettings settings, InstantSource clock,
            Authenticator authenticator, Observability observability) throws IOException {
        SweepSchedule sweeps = new SweepSchedule(new ExpirySweep(store, clock, settings.sweep().retention()),
                settings.sweep().interval(), new ScheduledThreadPoolExecutor(1), new Random(),
                observability.telemetry());
        Readiness readiness = new Readiness(store);
        DrivingPorts ports = UseCases.on(store, clock, settings.rules(),
                new JsonMergePatch(settings.http().server().requests().maxBodyBytes()), info(settings, clock),
                readiness);
        AuditLog audit = new AuditLogger();
        DrivingPorts intercepted = intercepted(ports, audit, observability.telemetry());
        Apis apis = Apis.start(settings, intercepted, audited(settings, authenticator, audit),
                audited(settings, settings.seneca().tcpAuthenticator(), audit), observability);
        sweeps.start();
        return new RunningService(store, sweeps, apis, new StopAnnouncement(readiness, settings.drainDelay()),
                observability);
    }

    private static Authenticator audited(ServiceSettings settings, Authenticator authenticator, AuditLog audit) {
        return new AuditedAuthenticator(settings.rates().around(authenticator), audit);
    }

    /** Adds the interceptors, outermost first: metrics and audit also record calls that access control rejects. */
    private static DrivingPorts intercepted(DrivingPorts ports, AuditLog audit, Telemetry telemetry) {
        return InterceptedPorts.of(ports,
                new TelemetryInterceptor(telemetry).outside(new Audit(audit)).outside(new AccessControl()));
    }

    private static ServiceInfo info(ServiceSettings settings, InstantSource clock) {
        return new ServiceInfo(HostNames.local(), "sessions", "User sessions: opens, returns, stores and ends them",
                clock.instant(), Map.of("version", ProgramVersion.text()), components(settings));
    }

    private static List<String> components(ServiceSettings settings) {
        List<String> components = new ArrayList<>(List.of(Stores.descriptor(settings.store()), CONTROLLER,
                "service-sessions:service:commandable-http:default:1.0"));
        if (settings.grpc() != null) {
            components.add("service-sessions:service:grpc:default:1.0");
            components.add("service-sessions:service:commandable-grpc:default:1.0");
        }
        if (settings.seneca().isServed()) {
            components.add("service-sessions:service:seneca:default:1.0");
        }
        return components;
    }

    public int port() {
        return apis.port();
    }

    public Apis apis() {
        return apis;
    }

    /**
     * Replaces the certificates for new connections.
     *
     * @throws IOException if they are invalid; then the previous ones stay in use
     */
    public void replace(TlsSettings certificates) throws IOException {
        apis.replace(certificates);
    }

    /**
     * Stops the service from the outside in: announces the stop to load balancers, rejects new requests, drains, stops
     * the sweep, and closes the store last. Each step runs even if another fails.
     */
    @Override
    public void close() {
        try (observability; store; sweeps; apis) {
            LOG.log(Level.DEBUG, "Stopping");
            stopping.announce();
        }
    }
}
