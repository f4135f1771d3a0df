package sessions.bootstrap.options;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import sessions.bootstrap.settings.ServiceSettings;
import sessions.domain.model.ExpiryPolicy;
import sessions.rest.HttpSettings;
import sessions.transport.ServerSettings;

/** All options of a service, one group per concern. */
public final class ServiceOptions {

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Mixin
    private ExpiryOptions expiry = new ExpiryOptions();

    @Mixin
    private RequestOptions requests = new RequestOptions();

    @Mixin
    private SweepOptions sweep = new SweepOptions();

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Mixin
    private GrpcOptions grpc = new GrpcOptions();

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Mixin
    private TlsOptions tls = new TlsOptions();

    @Mixin
    private LogOptions log = new LogOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private ConnectionLimitOptions connections = new ConnectionLimitOptions();

    @Mixin
    private RateOptions rates = new RateOptions();

    @Mixin
    private SenecaOptions seneca = new SenecaOptions();

    @Mixin
    private StopOptions stop = new StopOptions();

    @Mixin
    private ObservabilityOptions observability = new ObservabilityOptions();

    /**
     * Returns an error message if other machines could call without authentication and {@code --insecure-no-auth} is
     * not set, or empty.
     *
     * @throws IOException if the host to listen on is unknown
     */
    public Optional<String> exposureProblem() throws IOException {
        if (access.isInsecure()) {
            return Optional.empty();
        }
        return access.isLoopbackOnly() && !listen.isLoopback()
                ? Optional.of("--host " + listen.host() + " would let other machines call the service without"
                        + " authentication; create API keys (sessions keys create) and set " + AccessOptions.KEYS
                        + ", or to allow this, add " + AccessOptions.INSECURE)
                : seneca.exposureProblem();
    }

    /**
     * Returns warnings about traffic that the network could read unless a proxy encrypts it.
     *
     * @throws IOException if the host to listen on is unknown
     */
    public List<String> plaintextWarnings() throws IOException {
        Optional<String> http = tls.isOn() || listen.isLoopback()
                ? Optional.empty()
                : Optional.of("without --tls-certificate, keys, session ids and content reach --host " + listen.host()
                        + " unencrypted, unless a proxy in front of the service encrypts them");
        return Stream.of(http, seneca.plaintextWarning()).flatMap(Optional::stream).toList();
    }

    /** Returns the problems of the values and their combinations, as messages for the operator. */
    public List<String> problems() {
        return Stream.of(listen.problems(), requests.problems(expiry.policy()), sweep.problems(), access.problems(),
                tls.problems(), rates.problems(access.hasKeys()), seneca.problems(access.hasKeys()),
                observability.problems())
                .flatMap(List::stream)
                .toList();
    }

    public LogOptions log() {
        return log;
    }

    /** The TLS options. Their files may change while the service runs. */
    public TlsOptions tls() {
        return tls;
    }

    /**
     * Returns the settings. Only valid if there are no problems.
     *
     * @throws IOException if a file that they name cannot be read
     */
    public ServiceSettings settings() throws IOException {
        ExpiryPolicy policy = expiry.policy();
        ServerSettings server = new ServerSettings(listen.host(), listen.port(), tls.read(), limits.settings(),
                connections.settings(), stop.drainTime(),
                access.hasKeys() ? null : listen.sources());
        HttpSettings http = new HttpSettings(server, listen.corsOrigins(), listen.servesDocs());
        return new ServiceSettings(store.settings().withMigration(migration.migration()), http, requests.rules(policy),
                sweep.settings(),
                access.settings(), rates.settings(), stop.drainDelay(), observability.settings(),
                seneca.settings(server), grpc.settings(server));
    }
}
