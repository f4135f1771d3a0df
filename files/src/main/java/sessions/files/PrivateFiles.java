package sessions.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that only their owner may read, because they contain secrets. If the system has no owners, they are plain
 * files.
 */
public final class PrivateFiles {

    /** Whether files have owners and permissions on this system. */
    static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {
    }

    /** Creates a file that does not exist yet and opens it for writing. */
    public static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes());
    }

    /**
     * Opens a file for writing at its start, and creates it if it does not exist. Does not follow symbolic links,
     * because they could lead to a file chosen by an attacker.
     */
    public static FileChannel open(Path file) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        FileChannel channel = FileChannel.open(file, options, attributes());
        try {
            restrict(file);
            return channel;
        } catch (IOException notPermitted) {
            channel.close();
            throw notPermitted;
        }
    }

    /** Makes a file accessible only to its owner. */
    static void restrict(Path file) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(file, OWNER);
        }
    }

    /** Returns whether every user of this machine may read a file; false if the system has no owners. */
    public static boolean isReadableByAll(Path file) throws IOException {
        return POSIX && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
    }

    /** Copies the permissions of a file, if it exists, to another. */
    public static void copyPermissions(Path from, Path to) throws IOException {
        if (POSIX && Files.exists(from)) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    private static FileAttribute<?>[] attributes() {
        return POSIX
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
    }
}
