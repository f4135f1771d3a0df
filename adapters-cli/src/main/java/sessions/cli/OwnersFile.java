package sessions.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read, because session ids are secrets. */
final class OwnersFile {

    private static final Set<StandardOpenOption> WRITE = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    private OwnersFile() {
    }

    /** Opens a file for writing at its start, and makes it where there is none. */
    static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, WRITE, attributes(file));
    }

    private static FileAttribute<?>[] attributes(Path file) {
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(owner)}
                : new FileAttribute<?>[0];
    }
}
