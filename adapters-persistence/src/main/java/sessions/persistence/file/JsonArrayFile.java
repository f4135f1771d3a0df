package sessions.persistence.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import sessions.files.DurableFiles;
import sessions.files.PrivateFiles;

/** A file with a JSON array that is always replaced completely or not at all, even after a crash. */
final class JsonArrayFile {

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Path path;
    private final Path temporary;
    private boolean synced = true;

    /** @param name of the file itself, not of a link to it, because replacing would replace the link */
    JsonArrayFile(Path folder, String name) {
        this.folder = folder;
        this.path = folder.resolve(name);
        this.temporary = folder.resolve(name + ".tmp");
    }

    Path path() {
        return path;
    }

    /**
     * Returns whether the state on disk is known. It is unknown if the new file got the old file's name but the rename
     * could not be made durable: after a power failure, either file may be there.
     */
    boolean isSynced() {
        return synced;
    }

    /**
     * Replaces the content and returns once it is on disk. If that fails, the old content remains or the file is not
     * {@linkplain #isSynced synced}.
     */
    void replace(Iterator<byte[]> elements) throws IOException {
        try {
            write(elements);
            synced = false;
            DurableFiles.rename(temporary, path);
        } catch (IOException | RuntimeException | Error failed) {
            deleteTemporary(failed);
            throw failed;
        }
        sync();
    }

    /** Deletes the file and returns once that is on disk. */
    void delete() throws IOException {
        synced = false;
        Files.deleteIfExists(path);
        sync();
    }

    private void sync() throws IOException {
        DurableFiles.syncFolder(folder);
        synced = true;
    }

    private void write(Iterator<byte[]> elements) throws IOException {
        Files.deleteIfExists(temporary);
        try (FileChannel channel = PrivateFiles.create(temporary)) {
            PrivateFiles.copyPermissions(path, temporary);
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            writeArray(elements, out);
            out.flush();
            channel.force(true);
        }
    }

    private static void writeArray(Iterator<byte[]> elements, OutputStream out) throws IOException {
        out.write('[');
        while (elements.hasNext()) {
            out.write(elements.next());
            if (elements.hasNext()) {
                out.write(',');
            }
        }
        out.write(']');
    }

    private void deleteTemporary(Throwable failed) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }
}
