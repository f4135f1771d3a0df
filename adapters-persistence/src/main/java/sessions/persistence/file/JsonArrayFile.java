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

/** A file with a JSON array that is replaced as a whole or not at all, whatever happens meanwhile. */
final class JsonArrayFile {

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Path path;
    private final Path temporary;
    private boolean settled = true;

    /** @param name of the file itself, not of a link to it: replacing would replace the link */
    JsonArrayFile(Path folder, String name) {
        this.folder = folder;
        this.path = folder.resolve(name);
        this.temporary = folder.resolve(name + ".tmp");
    }

    Path path() {
        return path;
    }

    /**
     * Whether it is known what is on disk. It is not where the new file took the old one's name and that could not be made
     * durable: after a power cut either may be there.
     */
    boolean isSettled() {
        return settled;
    }

    /** Returns when the new content is on disk. Where it fails before that, the old content stands, or is not settled. */
    void replace(Iterator<byte[]> elements) throws IOException {
        try {
            write(elements);
            settled = false;
            DurableFiles.rename(temporary, path);
        } catch (IOException | RuntimeException | Error failed) {
            deleteAfter(failed);
            throw failed;
        }
        settle();
    }

    /** Returns when there is no such file. */
    void delete() throws IOException {
        settled = false;
        Files.deleteIfExists(path);
        settle();
    }

    private void settle() throws IOException {
        DurableFiles.syncFolder(folder);
        settled = true;
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

    private void deleteAfter(Throwable failed) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }
}
