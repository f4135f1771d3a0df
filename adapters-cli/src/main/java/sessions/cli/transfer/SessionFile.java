package sessions.cli.transfer;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.InvalidJsonException;
import sessions.domain.model.ExpiryPolicy;
import sessions.wire.archive.SessionDocuments;
import sessions.wire.archive.StoredSession;

/**
 * A file of sessions: as {@link ExportFile} makes it, as the original keeps it, or as MongoDB's tool exports it. Compressed
 * where its name ends in {@code .gz}.
 */
final class SessionFile {

    private static final int BUFFER = 1 << 16;
    private static final String PREFIX = "Validation failed: ";

    private final Path path;
    private final boolean renewing;

    /** @param renewing whether to compute anew when active sessions end */
    SessionFile(Path path, boolean renewing) {
        this.path = path;
        this.renewing = renewing;
    }

    /** What takes the documents of a file. */
    interface Reading {

        /** Takes a session; {@code number} is its document's place among all, from 1 on. */
        void loaded(StoredSession session, long number) throws IOException;

        /** Is told why a document cannot be a session. */
        void skipped(String reason, long number) throws IOException;

        /** Is told how many bytes of the file have been read. */
        void reached(long bytes);
    }

    /** How many bytes it has. */
    long size() throws IOException {
        return Files.size(path);
    }

    static boolean isCompressed(Path path) {
        return path.toString().endsWith(".gz");
    }

    /**
     * Reads the whole file.
     *
     * @param expiry says when sessions end that came without an end
     * @throws InvalidJsonException where it is no such file, or was cut off; what was read until then has been taken
     */
    void read(ExpiryPolicy expiry, Reading reading) throws IOException {
        try {
            readAll(expiry, reading);
        } catch (EOFException cutOff) {
            throw new InvalidJsonException(path + " is truncated");
        } catch (ZipException | InvalidJsonException malformed) {
            throw new InvalidJsonException(path + ": " + malformed.getMessage());
        }
    }

    private void readAll(ExpiryPolicy expiry, Reading reading) throws IOException {
        try (FileChannel channel = FileChannel.open(path); SessionDocuments documents = documents(channel)) {
            while (documents.hasNext()) {
                read(documents.next(), expiry, reading);
                reading.reached(channel.position());
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private SessionDocuments documents(FileChannel channel) throws IOException {
        InputStream bytes = Channels.newInputStream(channel);
        return SessionDocuments.read(isCompressed(path)
                ? new GZIPInputStream(bytes, BUFFER)
                : new BufferedInputStream(bytes, BUFFER));
    }

    private void read(SessionDocuments.Document document, ExpiryPolicy expiry, Reading reading)
            throws IOException {
        StoredSession session;
        try {
            session = StoredSession.read(document.text(), expiry);
        } catch (InvalidDataException none) {
            reading.skipped(none.getMessage().replaceFirst("^" + PREFIX, ""), document.number());
            return;
        }
        reading.loaded(renewing ? session.renewed(expiry) : session, document.number());
    }
}
