package sessions.persistence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a store is, before it is opened.
 *
 * @param type its technology, as the contract's component descriptors name it
 * @param text what it is, for operators
 * @param inMemory whether its sessions are gone when the process ends
 * @param file the file that contains the sessions, or null if none does
 */
public record StoreDescription(String type, String text, boolean inMemory, @Nullable Path file) {
}
