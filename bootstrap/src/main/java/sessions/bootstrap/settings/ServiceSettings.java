package sessions.bootstrap.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import sessions.application.SessionRules;
import sessions.persistence.StoreSettings;
import sessions.rest.HttpSettings;
import sessions.transport.ServerSettings;

/**
 * What a running service is made of.
 *
 * @param rules what holds for its sessions
 * @param drainDelay how long it goes on serving, as not ready, once it is to stop
 * @param grpc where and how gRPC is served, or null where it is not
 */
public record ServiceSettings(StoreSettings store, HttpSettings http, SessionRules rules, SweepSettings sweep,
        AccessSettings access, RateSettings rates, Duration drainDelay, ObservabilitySettings observability,
        SenecaSettings seneca, @Nullable ServerSettings grpc) {
}
