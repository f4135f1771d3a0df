package sessions.pip;

import java.util.Locale;
import java.util.Map;

/** Maps the settings for expiry, the sweep, the log and the metrics log. */
final class BehaviourMapping {

    private static final String DEFAULT_COUNTERS_INTERVAL = "300000";

    private BehaviourMapping() {
    }

    static void read(ComponentRoles roles, Map<String, String> settings) {
        roles.last(ComponentRole.CONTROLLER).ifPresent(controller -> {
            putTime(controller, "options.expire_timeout", "expire-timeout", settings);
            putTime(controller, "options.cleanup_interval", "cleanup-interval", settings);
        });
        roles.last(ComponentRole.LOGGER).ifPresent(logger -> logger.take("level").ifPresent(
                level -> settings.put("log-level", level(logger, level))));
        roles.last(ComponentRole.COUNTERS).ifPresent(counters -> readCounters(counters, settings));
        roles.all(ComponentRole.CONTEXT).forEach(context -> {
            context.ignore("name");
            context.ignore("description");
        });
    }

    private static void putTime(PipComponent component, String key, String setting, Map<String, String> settings) {
        component.positiveInteger(key).ifPresent(milliseconds -> settings.put(setting, milliseconds + "ms"));
    }

    private static String level(PipComponent logger, ComponentEntry level) {
        return switch (level.text().toLowerCase(Locale.ROOT)) {
            case "0", "none", "nothing", "1", "fatal" -> {
                logger.warning(level, "level is treated as error: errors are always logged");
                yield "error";
            }
            case "2", "error" -> "error";
            case "3", "warn", "warning" -> "warn";
            case "4", "info" -> "info";
            case "5", "debug" -> "debug";
            case "6", "trace" -> "trace";
            default -> {
                logger.problem(level,
                        "level must be none, fatal, error, warn, info, debug or trace, or 0 to 6, but is '"
                                + level.text() + "'");
                yield "";
            }
        };
    }

    /** The original documents the interval among the options but reads it next to them. */
    private static void readCounters(PipComponent counters, Map<String, String> settings) {
        counters.ignore("level"); // published, but also without effect in the original
        String interval = counters.positiveInteger("interval").or(() -> counters.positiveInteger("options.interval"))
                .orElse(DEFAULT_COUNTERS_INTERVAL);
        settings.put("metrics-log-interval", interval + "ms");
    }
}
