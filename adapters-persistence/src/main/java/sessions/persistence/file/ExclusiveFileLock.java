package sessions.persistence.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import sessions.files.PrivateFiles;

/**
 * A lock that excludes other stores, in this process and others, until it is closed or the process ends. Its file is
 * never deleted: otherwise two processes could hold locks on two files with the same name.
 */
final class ExclusiveFileLock implements AutoCloseable {

    /**
     * The locks that this process holds. The operating system drops all of a process's locks on a file when any channel
     * to the file is closed, so a second attempt to lock it would lose the first lock.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private ExclusiveFileLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Acquires the lock.
     *
     * @param path the lock's own file, without symbolic links
     * @throws FileInUseException if another store holds it
     */
    static ExclusiveFileLock take(Path path) throws IOException {
        if (!HELD.add(path)) {
            throw new FileInUseException("this process already has it open");
        }
        try {
            return new ExclusiveFileLock(path, lockedChannel(path));
        } catch (IOException | RuntimeException failed) {
            HELD.remove(path);
            throw failed;
        }
    }

    private static FileChannel lockedChannel(Path path) throws IOException {
        FileChannel channel = PrivateFiles.open(path);
        @Nullable
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            if (lock == null) {
                throw new FileInUseException("another process has it open, probably a running service");
            }
            return channel;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            HELD.remove(path);
        }
    }
}
