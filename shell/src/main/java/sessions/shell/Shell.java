package sessions.shell;

import java.io.InputStream;
import java.time.InstantSource;

/**
 * The environment of a command.
 *
 * @param ports connects to services
 * @param stores opens stores
 * @param terminal tells which streams are terminals
 * @param input standard input
 * @param clock the current time, for relative times
 * @param refreshTimer controls commands that repeat
 */
public record Shell(ServiceSource ports, StoreSource stores, Terminal terminal, InputStream input, InstantSource clock,
        RefreshTimer refreshTimer) {
}
