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

/** All options of a service, one group for each concern. */
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
     * What would let other machines call unasked, without anybody's consent; in words, or empty.
     *
     * @throws IOException where nobody knows the host to listen on
     */
    public Optional<String> exposure() throws IOException {
        if (access.isInsecure()) {
            return Optional.empty();
        }
        return access.isForThisMachineOnly() && !listen.isLoopback()
                ? Optional.of("--host " + listen.host() + " would let other machines call the service without"
                        + " authentication; create API keys (sessions keys create) and set " + AccessOptions.KEYS
                        + ", or to allow this, add " + AccessOptions.CONSENT)
                : seneca.exposure();
    }

    /**
     * What others on the network could read along, unless something before the service encrypts, each in words.
     *
     * @throws IOException where nobody knows the host to listen on
     */
    public List<String> plaintext() throws IOException {
        Optional<String> http = tls.isOn() || listen.isLoopback()
                ? Optional.empty()
                : Optional.of("without --tls-certificate, keys, session ids and content reach --host " + listen.host()
                        + " unencrypted, unless a proxy in front of the service encrypts them");
        return Stream.of(http, seneca.plaintext()).flatMap(Optional::stream).toList();
    }

    /** What does not go together, each in words for whoever set it. */
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

    /** Those whose files may change while the service runs. */
    public TlsOptions tls() {
        return tls;
    }

    /**
     * What the options ask for; makes sense where there are no problems.
     *
     * @throws IOException where a file that they name cannot be read
     */
    public ServiceSettings settings() throws IOException {
        ExpiryPolicy policy = expiry.policy();
        ServerSettings server = new ServerSettings(listen.host(), listen.port(), tls.read(), limits.settings(),
                connections.settings(), stop.drainTime());
        HttpSettings http = new HttpSettings(server, listen.corsOrigins(), listen.isDocumented());
        return new ServiceSettings(store.settings().withMigration(migration.migration()), http, requests.rules(policy),
                sweep.settings(),
                access.settings(), rates.settings(), stop.drainDelay(), observability.settings(),
                seneca.settings(server), grpc.settings(server));
    }
}
