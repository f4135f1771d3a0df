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
 * Keeps other stores away, in this process and others, for as long as it is held; the end of the process lets go of it. Its
 * file stays: if it were removed, two processes could hold locks on two files of one name.
 */
final class ExclusiveFileLock implements AutoCloseable {

    /**
     * Locks held in this process. Asking the system for one of them again would lose it: where the channel for that is
     * closed, all the process's locks on the file are gone.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private ExclusiveFileLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param path the lock's own file, without symbolic links
     * @throws FileInUseException where somebody has it
     */
    static ExclusiveFileLock take(Path path) throws IOException {
        if (!HELD.add(path)) {
            throw new FileInUseException("this process has it open already");
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
