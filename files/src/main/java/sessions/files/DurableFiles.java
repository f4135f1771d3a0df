package sessions.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Atomic changes to files and folders. When a call returns, its change is on disk; after a crash, the change is
 * complete or absent.
 */
public final class DurableFiles {

    private DurableFiles() {
    }

    /** Writes the content of a file. */
    public interface Writer {

        void write(OutputStream out) throws IOException;
    }

    /**
     * Replaces a file, which only its owner may read afterwards. If the writer fails, the previous file remains.
     *
     * @throws FileSystemException if the path is not a regular file, see {@link #requireReplaceable}
     */
    public static void replace(Path file, Writer writer) throws IOException {
        requireReplaceable(file);
        // Created readable only by its owner, if the system has owners.
        Path unfinished = Files.createTempFile(folder(file), ".sessions-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                writer.write(out);
                out.flush();
                channel.force(true);
            }
            rename(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        syncFolder(folder(file));
    }

    /**
     * Checks that nothing or a regular file is at a path. Replacing a device, a pipe or a symbolic link would put a file
     * with secrets in its place.
     *
     * @throws FileSystemException if anything else is there
     */
    public static void requireReplaceable(Path file) throws FileSystemException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, "not a regular file");
        }
    }

    /** Renames a file in one step and replaces the one that has the name. Durable after {@link #syncFolder}. */
    public static void rename(Path file, Path target) throws IOException {
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Moves a file to another path on the same disk and makes it readable only by its owner. It may also remain at the
     * old path.
     *
     * @throws FileAlreadyExistsException if a file exists at the other path; it is not changed
     */
    public static void place(Path file, Path target) throws IOException {
        PrivateFiles.restrict(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        link(file, target);
        syncFolder(folder(target));
    }

    /** Uses a hard link, because an atomic move would replace an existing file. */
    private static void link(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (FileAlreadyExistsException exists) {
            throw exists;
        } catch (UnsupportedOperationException | FileSystemException linksNotSupported) {
            Files.move(file, target);
        }
    }

    /**
     * Creates a folder and its parents if they do not exist. Returns its path without symbolic links.
     *
     * @throws IOException if that fails; the message names the folder and the reason
     */
    public static Path createFolder(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (!Files.isDirectory(folder) && parent != null) {
            createFolder(parent);
            create(folder);
            syncFolder(parent);
        }
        return folder.toRealPath();
    }

    /** Adds the reason to exceptions whose message is only the path. */
    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException existing) {
            throw new IOException(folder + " is not a folder", existing);
        } catch (AccessDeniedException denied) {
            throw new IOException("no access to create the folder " + folder, denied);
        } catch (NoSuchFileException rejected) {
            throw new IOException("the file system rejects the folder " + folder, rejected);
        }
    }

    /** Waits until the names in a folder are on disk. Windows does not allow this and does not need it. */
    public static void syncFolder(Path folder) throws IOException {
        if (PrivateFiles.POSIX) {
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
    }

    /** Returns the folder of a file. */
    public static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    }
}
