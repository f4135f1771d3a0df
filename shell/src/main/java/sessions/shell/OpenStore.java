package sessions.shell;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sessions.domain.port.driving.SessionTransfer;

/**
 * An open store for moving sessions.
 *
 * @param identity equal only for the same store; contains no secrets
 * @param file the file of the store, or null if it is not a file
 * @param sessions moves sessions out of and into the store
 */
public record OpenStore(String identity, @Nullable Path file, SessionTransfer sessions) {
}
