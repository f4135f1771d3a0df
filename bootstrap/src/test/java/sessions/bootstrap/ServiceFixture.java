package sessions.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import sessions.application.SessionRules;
import sessions.domain.ExpiryPolicy;
import sessions.rest.HttpSettings;
import sessions.testkit.HttpCalls;

/** The assembled service on a store, listening on a free port, and a client that calls it. */
public final class ServiceFixture implements AutoCloseable {

    private static final int MAX_BODY = 1 << 20;

    private final RunningService service;
    private final HttpCalls calls;

    private ServiceFixture(RunningService service) {
        this.service = service;
        this.calls = new HttpCalls(service.port());
    }

    /** Starts it with the defaults of {@code serve}. */
    public static ServiceFixture start(String storeUrl, InstantSource clock) {
        HttpSettings http = new HttpSettings("127.0.0.1", 0, MAX_BODY, Set.of(), Duration.ofSeconds(5));
        ServiceSettings settings = new ServiceSettings(new StoreSettings(storeUrl, null, null), http,
                new SessionRules(ExpiryPolicy.DEFAULT, 100), Duration.ofMinutes(15), null);
        try {
            return new ServiceFixture(RunningService.start(settings, clock));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return service.port();
    }

    public HttpCalls calls() {
        return calls;
    }

    @Override
    public void close() {
        calls.close();
        service.close();
    }
}
