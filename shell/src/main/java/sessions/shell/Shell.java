package sessions.shell;

import java.io.InputStream;
import java.time.InstantSource;

/**
 * What a command is run in.
 *
 * @param ports the services that it can reach
 * @param stores the stores that it can open
 * @param terminal which of its streams are terminals
 * @param input standard input
 * @param clock the time that relative times are about
 * @param rhythm what a command that repeats itself waits for
 */
public record Shell(ServiceSource ports, StoreSource stores, Terminal terminal, InputStream input, InstantSource clock,
        RefreshTimer rhythm) {
}
