package sessions.persistence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Describes a store that is not open.
 *
 * @param type its technology, as the contract's component descriptors name it
 * @param text a description for operators
 * @param inMemory whether its sessions are lost when the process ends
 * @param file the file that contains the sessions, or null if none does
 */
public record StoreDescription(String type, String text, boolean inMemory, @Nullable Path file) {
}
