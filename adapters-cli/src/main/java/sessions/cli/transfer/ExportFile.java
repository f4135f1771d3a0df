package sessions.cli.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionV1;
import sessions.files.DurableFiles;
import sessions.files.PrivateFiles;
import sessions.wire.archive.StoredSession;

/**
 * A file of sessions in the making, one on a line. It bears another name until it is complete, and beside it stands how far it
 * has come, so that an export that was cut off goes on. Compressed where its name ends in {@code .gz}: piece by piece, each a
 * whole member of the file (RFC 1952, 2.2), so that it can be cut off behind any.
 */
public final class ExportFile implements AutoCloseable {

    private static final int PIECE = 4 << 20;

    private final Path target;
    private final Path part;
    private final Path progress;
    private final String store;
    private final FileChannel channel;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private long sessions;
    private @Nullable SessionCursor last;

    private ExportFile(Path target, Path part, String store, FileChannel channel) throws IOException {
        this.target = target;
        this.part = part;
        this.progress = beside(target, ".progress");
        this.store = store;
        this.channel = channel;
        long bytes = 0;
        Optional<ExportCheckpoint> earlier = earlier();
        if (earlier.isPresent()) {
            bytes = earlier.get().bytes();
            sessions = earlier.get().sessions();
            last = earlier.get().last();
        }
        channel.truncate(bytes);
        channel.position(bytes);
    }

    /**
     * Begins a file, or goes on with one that was begun.
     *
     * @param store which store the sessions come from
     * @throws IOException where it cannot be written, or another export writes it
     */
    public static ExportFile open(Path target, String store) throws IOException {
        Path part = beside(target, ".part");
        FileChannel channel = PrivateFiles.open(part);
        try {
            lock(channel, part);
            return new ExportFile(target, part, store, channel);
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private static void lock(FileChannel channel, Path part) throws IOException {
        @Nullable
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException here) {
            lock = null;
        }
        if (lock == null) {
            throw new IOException("Another export is writing " + part);
        }
    }

    private static Path beside(Path target, String ending) {
        return target.resolveSibling(target.getFileName() + ending);
    }

    /** How far an export of the same store had come, as far as that is still in the file. */
    private Optional<ExportCheckpoint> earlier() throws IOException {
        long size = channel.size();
        return ExportCheckpoint.read(progress).filter(each -> each.store().equals(store) && each.bytes() <= size);
    }

    /** How many sessions it holds. */
    long sessions() {
        return sessions;
    }

    /** The last session that it holds, or null for none. */
    @Nullable
    SessionCursor last() {
        return last;
    }

    public void write(SessionV1 session) throws IOException {
        piece.write(StoredSession.toUtf8(session, null));
        piece.write('\n');
        sessions++;
        last = SessionCursor.at(session);
        if (piece.size() >= PIECE) {
            writePiece();
        }
    }

    /** Gives the file its name, once it is safe on disk. */
    void complete() throws IOException {
        // Without any session, too: compressed, a file is never empty.
        writePiece();
        DurableFiles.rename(part, target);
        DurableFiles.syncFolder(DurableFiles.folder(target));
        Files.deleteIfExists(progress);
    }

    private void writePiece() throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(packed());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            if (last != null) {
                new ExportCheckpoint(store, channel.position(), sessions, last).write(progress);
            }
        } catch (IOException full) {
            throw new IOException("Cannot write " + part + ": " + full.getMessage()
                    + "; to resume, run the same command again", full);
        }
        piece.reset();
    }

    private byte[] packed() throws IOException {
        if (!SessionFile.isCompressed(target)) {
            return piece.toByteArray();
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            piece.writeTo(gzip);
        }
        return packed.toByteArray();
    }

    /** What is written stays, for another export to go on with. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
