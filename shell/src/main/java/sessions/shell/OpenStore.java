package sessions.shell;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sessions.domain.port.driving.SessionTransfer;

/**
 * A store whose sessions are moved.
 *
 * @param identity the same for the same store only, and without secrets
 * @param file the file that it is kept in, or null where that is no file
 * @param sessions its sessions
 */
public record OpenStore(String identity, @Nullable Path file, SessionTransfer sessions) {
}
