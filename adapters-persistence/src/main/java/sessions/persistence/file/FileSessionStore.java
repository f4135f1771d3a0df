package sessions.persistence.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import sessions.domain.error.NotSupportedException;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.port.driven.ComposedStore;
import sessions.persistence.memory.StagedSessions;

/**
 * Stores sessions in memory and in one JSON file. Each change rewrites the file, together with all other waiting
 * changes. A change is visible and acknowledged once it is on disk. For small use: memory holds all sessions, and a
 * write takes longer the more sessions there are.
 */
public final class FileSessionStore extends ComposedStore {

    private final StoreFiles files;
    private final FileChanges changes;

    private FileSessionStore(StoreFiles files, StagedSessions sessions) {
        FileChanges changes = new FileChanges(sessions, files);
        super(new FileRecords(changes), new FileLists(changes), new FileIdempotencyRecords(changes),
                new FileBulkClosing(changes), new FileBulkRemoval(changes), new FileHourlyCounts(changes),
                new FileCopies(changes));
        this.files = files;
        this.changes = changes;
    }

    /**
     * Reads the file and locks it until the store is closed.
     *
     * @param mustExist whether the file must exist; otherwise the first change creates it
     * @param expiry determines the expiry of sessions that have none in the file
     * @throws StoreUnavailableException if the file cannot be used: another store has it open, it or its folder is not
     *         writable, or it contains anything but sessions. The file is not changed
     */
    static FileSessionStore open(Path file, boolean mustExist, ExpiryPolicy expiry) {
        try {
            StoreFiles files = StoreFiles.open(file, mustExist);
            try {
                return new FileSessionStore(files, files.load(expiry));
            } catch (IOException | RuntimeException failed) {
                files.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new StoreUnavailableException("The store could not be opened", explained(failed));
        }
    }

    /** Adds the reason to exceptions whose message is only the file name. */
    private static IOException explained(IOException failed) {
        return failed instanceof AccessDeniedException denied
                ? new IOException("no access to " + denied.getFile(), denied)
                : failed;
    }

    @Override
    public void backUp(OutputStream out) {
        throw new NotSupportedException(
                "To back up a flat-file store, copy the file; it is always complete");
    }

    /** Writes the waiting changes, rejects later ones, and releases the file. */
    @Override
    public void close() {
        changes.close();
        files.close();
    }
}
