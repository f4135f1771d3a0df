package sessions.bootstrap.options;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;
import sessions.application.SessionRules;
import sessions.domain.model.ExpiryPolicy;
import sessions.shell.DurationConverter;
import sessions.shell.Setting;

/** The options that say how requests act on sessions. */
final class RequestOptions {

    @Setting
    @Option(names = "--touch-interval", paramLabel = "TIME", defaultValue = "0",
            converter = DurationConverter.OrZero.class,
            description = "Touches sooner than this after the last request change nothing (default: every touch counts).")
    private Duration touchInterval = Duration.ZERO;

    @Setting
    @Option(names = "--touch-on-get", fallbackValue = "true",
            description = "get_session_by_id keeps a session alive; counted once a minute, or in half the timeout.")
    private boolean touchOnGet;

    @Setting
    @Option(names = "--idempotency-window", paramLabel = "TIME", defaultValue = "24h",
            converter = DurationConverter.class,
            description = "How long the key of an opening is remembered (default: ${DEFAULT-VALUE}).")
    private Duration idempotencyWindow = SessionRules.DEFAULT_IDEMPOTENCY_WINDOW;

    @Setting
    @Option(names = "--max-page-size", paramLabel = "N", defaultValue = "100",
            converter = NumberConverters.PageSize.class,
            description = "Most sessions that one page of a list holds (default: ${DEFAULT-VALUE}).")
    private int maxPageSize;

    SessionRules rules(ExpiryPolicy policy) {
        return new SessionRules(policy, maxPageSize, touchInterval, touchOnGet, idempotencyWindow);
    }

    /** What is wrong with them. */
    List<String> problems(ExpiryPolicy policy) {
        return touchInterval.compareTo(SessionRules.longestTouchInterval(policy)) > 0
                ? List.of("--touch-interval must be at most half of --expire-timeout, or sessions in use could expire")
                : List.of();
    }
}
