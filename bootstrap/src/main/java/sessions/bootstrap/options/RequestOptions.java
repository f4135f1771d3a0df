package sessions.bootstrap.options;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;
import sessions.application.SessionRules;
import sessions.domain.model.ExpiryPolicy;
import sessions.shell.DurationConverter;
import sessions.shell.Setting;

/** The options for the effect of requests on sessions. */
final class RequestOptions {

    @Setting
    @Option(names = "--touch-interval", paramLabel = "TIME", defaultValue = "0",
            converter = DurationConverter.OrZero.class,
            description = "Ignore touches sooner than this after the last request (default: ignore none).")
    private Duration touchInterval = Duration.ZERO;

    @Setting
    @Option(names = "--touch-on-get", fallbackValue = "true",
            description = "get_session_by_id extends the expiry, at most once a minute, or once per half"
                    + " --expire-timeout if that is shorter.")
    private boolean touchOnGet;

    @Setting
    @Option(names = "--idempotency-window", paramLabel = "TIME", defaultValue = "24h",
            converter = DurationConverter.class,
            description = "How long an idempotency key is remembered (default: ${DEFAULT-VALUE}).")
    private Duration idempotencyWindow = SessionRules.DEFAULT_IDEMPOTENCY_WINDOW;

    @Setting
    @Option(names = "--max-page-size", paramLabel = "N", defaultValue = "100",
            converter = NumberConverters.PageSize.class,
            description = "Maximum sessions per page of a list (default: ${DEFAULT-VALUE}).")
    private int maxPageSize;

    SessionRules rules(ExpiryPolicy policy) {
        return new SessionRules(policy, maxPageSize, touchInterval, touchOnGet, idempotencyWindow);
    }

    /** Returns the problems of the values, as messages for the operator. */
    List<String> problems(ExpiryPolicy policy) {
        return touchInterval.compareTo(SessionRules.longestTouchInterval(policy)) > 0
                ? List.of("--touch-interval must be at most half of --expire-timeout; otherwise sessions in use could"
                        + " expire")
                : List.of();
    }
}
