package sessions.persistence.jdbi;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Puts a file into its place, for its owner only. */
final class OwnersFile {

    private OwnersFile() {
    }

    /**
     * Gives a file another place on the same disk, in one step, and returns when it is safe there.
     *
     * @param file no longer needed at its old place, where it may stay
     * @throws FileAlreadyExistsException where there is one at the other place, which stays as it is
     */
    static void place(Path file, Path target) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        force(file, StandardOpenOption.WRITE);
        link(file, target);
        // Windows does not open folders for that, and needs not.
        if (posix) {
            force(Objects.requireNonNull(target.getParent()), StandardOpenOption.READ);
        }
    }

    /** A link, as an atomic move replaces what is there. */
    private static void link(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (FileAlreadyExistsException there) {
            throw there;
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            Files.move(file, target);
        }
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
