package sessions.persistence.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders whose entries are as durable as their files. */
final class Folder {

    private Folder() {
    }

    /** Makes a folder where there is none, and those above it, and answers its path without links. */
    static Path create(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (!Files.isDirectory(folder) && parent != null) {
            create(parent);
            Files.createDirectories(folder);
            sync(parent);
        }
        return folder.toRealPath();
    }

    /** Returns when the names in it are on disk. Windows does not open folders for that, and needs not. */
    static void sync(Path folder) throws IOException {
        if (OwnerOnly.POSIX) {
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
    }
}
