package sessions.cli;

import sessions.domain.SessionTransfer;

/**
 * A store whose sessions are moved.
 *
 * @param name what to call it; without secrets
 * @param identity the same for the same store only, and without secrets
 * @param sessions its sessions
 */
public record OpenStore(String name, String identity, SessionTransfer sessions) {
}
