package sessions.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that only their owner may read, and that are there whole or not at all. */
final class PrivateFile {

    private PrivateFile() {
    }

    /** Writes the content of a file. */
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /** Writes a file beside its place and puts it there once it is on the disk; what was there before is replaced. */
    static void write(Path file, Writer writer) throws IOException {
        // Readable by the owner only, where the system knows owners.
        Path unfinished = Files.createTempFile(OwnersFile.folder(file), ".sessions-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                writer.write(out);
                out.flush();
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        OwnersFile.syncName(file);
    }
}
