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
 * A file of sessions, written by {@link ExportFile}, by the original service or by MongoDB's {@code mongoexport}. It is
 * compressed if its name ends in {@code .gz}.
 */
final class SessionFile {

    private static final int BUFFER = 1 << 16;
    private static final String PREFIX = "Validation failed: ";

    private final Path path;
    private final boolean renewExpiry;

    /** @param renewExpiry whether to recompute the expiry of active sessions */
    SessionFile(Path path, boolean renewExpiry) {
        this.path = path;
        this.renewExpiry = renewExpiry;
    }

    /** Receives the entries of a file. */
    interface Visitor {

        /** Receives a session; {@code number} is the number of its entry, from 1. */
        void onSession(StoredSession session, long number) throws IOException;

        /** Receives the reason why an entry is not a session. */
        void onSkipped(String reason, long number) throws IOException;

        /** Receives the number of bytes read so far. */
        void onProgress(long bytes);
    }

    /** The size in bytes. */
    long size() throws IOException {
        return Files.size(path);
    }

    static boolean isCompressed(Path path) {
        return path.toString().endsWith(".gz");
    }

    /**
     * Reads the whole file.
     *
     * @param expiry the expiry policy for sessions without an expiry
     * @throws InvalidJsonException if the file is invalid or truncated; the visitor has received the entries before
     *         that
     */
    void read(ExpiryPolicy expiry, Visitor visitor) throws IOException {
        try {
            readAll(expiry, visitor);
        } catch (EOFException cutOff) {
            throw new InvalidJsonException(path + " is truncated");
        } catch (ZipException | InvalidJsonException malformed) {
            throw new InvalidJsonException(path + ": " + malformed.getMessage());
        }
    }

    private void readAll(ExpiryPolicy expiry, Visitor visitor) throws IOException {
        try (FileChannel channel = FileChannel.open(path); SessionDocuments documents = documents(channel)) {
            while (documents.hasNext()) {
                read(documents.next(), expiry, visitor);
                visitor.onProgress(channel.position());
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

    private void read(SessionDocuments.Document document, ExpiryPolicy expiry, Visitor visitor)
            throws IOException {
        StoredSession session;
        try {
            session = StoredSession.read(document.text(), expiry);
        } catch (InvalidDataException none) {
            visitor.onSkipped(none.getMessage().replaceFirst("^" + PREFIX, ""), document.number());
            return;
        }
        visitor.onSession(renewExpiry ? session.renewed(expiry) : session, document.number());
    }
}
