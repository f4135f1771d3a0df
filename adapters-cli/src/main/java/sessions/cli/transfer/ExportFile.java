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
 * A file being written by an export, one session per line. It has another name until it is complete, and a checkpoint
 * file next to it, so that an interrupted export can resume. If its name ends in {@code .gz}, each chunk is compressed
 * as a member of its own (RFC 1952, 2.2), so that the file can be truncated after any chunk.
 */
public final class ExportFile implements AutoCloseable {

    private static final int CHUNK = 4 << 20;

    private final Path target;
    private final Path part;
    private final Path progress;
    private final String store;
    private final FileChannel channel;
    private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    private long sessions;
    private @Nullable SessionCursor last;

    private ExportFile(Path target, Path part, String store, FileChannel channel) throws IOException {
        this.target = target;
        this.part = part;
        this.progress = sibling(target, ".progress");
        this.store = store;
        this.channel = channel;
        long bytes = 0;
        Optional<ExportCheckpoint> checkpoint = checkpoint();
        if (checkpoint.isPresent()) {
            bytes = checkpoint.get().bytes();
            sessions = checkpoint.get().sessions();
            last = checkpoint.get().last();
        }
        channel.truncate(bytes);
        channel.position(bytes);
    }

    /**
     * Starts a file, or resumes an interrupted one.
     *
     * @param store the identity of the source store
     * @throws IOException if the file cannot be written or another export is writing it
     */
    public static ExportFile open(Path target, String store) throws IOException {
        DurableFiles.requireReplaceable(target);
        Path part = sibling(target, ".part");
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

    private static Path sibling(Path target, String ending) {
        return target.resolveSibling(target.getFileName() + ending);
    }

    /** Returns the checkpoint of an earlier export of the same store, if the file still contains its data. */
    private Optional<ExportCheckpoint> checkpoint() throws IOException {
        long size = channel.size();
        return ExportCheckpoint.read(progress).filter(each -> each.store().equals(store) && each.bytes() <= size);
    }

    /** The number of sessions in the file. */
    long sessions() {
        return sessions;
    }

    /** The position of the last session in the file, or null if it has none. */
    @Nullable
    SessionCursor last() {
        return last;
    }

    public void write(SessionV1 session) throws IOException {
        chunk.write(StoredSession.toUtf8(session, null));
        chunk.write('\n');
        sessions++;
        last = SessionCursor.at(session);
        if (chunk.size() >= CHUNK) {
            writeChunk();
        }
    }

    /** Writes the rest and, once all is safe on disk, renames the file to its final name. */
    void complete() throws IOException {
        // Also without sessions: a compressed file is never empty.
        writeChunk();
        DurableFiles.rename(part, target);
        DurableFiles.syncFolder(DurableFiles.folder(target));
        Files.deleteIfExists(progress);
    }

    private void writeChunk() throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(compressed());
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
        chunk.reset();
    }

    private byte[] compressed() throws IOException {
        if (!SessionFile.isCompressed(target)) {
            return chunk.toByteArray();
        }
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            chunk.writeTo(gzip);
        }
        return compressed.toByteArray();
    }

    /** Closes the file. The data written so far stays, so that another export can resume. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
