package sessions.bootstrap.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import sessions.application.SessionRules;
import sessions.persistence.StoreSettings;
import sessions.rest.HttpSettings;
import sessions.transport.ServerSettings;

/**
 * The settings of a running service.
 *
 * @param rules the rules for its sessions
 * @param drainDelay how long it still accepts requests after it is told to stop, while it reports not ready
 * @param grpc the gRPC server, or null if gRPC is off
 */
public record ServiceSettings(StoreSettings store, HttpSettings http, SessionRules rules, SweepSettings sweep,
        AccessSettings access, RateSettings rates, Duration drainDelay, ObservabilitySettings observability,
        SenecaSettings seneca, @Nullable ServerSettings grpc) {
}
