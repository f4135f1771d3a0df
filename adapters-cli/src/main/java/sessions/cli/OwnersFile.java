package sessions.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Files that only their owner may read, because session ids are secrets. */
final class OwnersFile {

    /** A link would lead to a file of another's choice. */
    private static final Set<OpenOption> WRITE = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private OwnersFile() {
    }

    /** Opens a file for writing at its start, and makes it where there is none. */
    static FileChannel create(Path file) throws IOException {
        if (!isPosix(file)) {
            return FileChannel.open(file, WRITE);
        }
        FileChannel channel = FileChannel.open(file, WRITE, PosixFilePermissions.asFileAttribute(OWNER));
        try {
            // One that was there keeps its own so far.
            Files.setPosixFilePermissions(file, OWNER);
            return channel;
        } catch (IOException anothers) {
            channel.close();
            throw anothers;
        }
    }

    /** Returns when the names in a file's folder are on disk. Windows does not open folders for that, and needs not. */
    static void syncName(Path file) throws IOException {
        if (isPosix(file)) {
            try (FileChannel folder = FileChannel.open(folder(file))) {
                folder.force(true);
            }
        }
    }

    /** The folder of a file. */
    static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
