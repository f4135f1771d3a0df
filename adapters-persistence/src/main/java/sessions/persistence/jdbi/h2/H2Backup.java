package sessions.persistence.jdbi.h2;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.SessionV1;
import sessions.persistence.jdbi.IdempotencySql;
import sessions.persistence.jdbi.SessionRow;
import sessions.persistence.jdbi.SqlDatabase;

/**
 * A backup of an H2 file that is in use: all rows as one transaction sees them, in a new database, zipped. H2's own {@code
 * BACKUP TO} copies the file while it is written, together with what was deleted and lies in free space.
 */
final class H2Backup {

    /** The one file in the archive. */
    static final String ENTRY = "sessions" + H2File.EXTENSION;

    /** Few, as each may hold some MiB of content. */
    private static final int SESSIONS_AT_A_TIME = 20;
    private static final int CLAIMS_AT_A_TIME = 500;

    /** What the running store is to have left, in bytes. */
    private static final long RESERVE = 64L << 20;

    /** Before every id, as none of ours is zero. */
    private static final UUID START = new UUID(0, 0);
    private static final String SESSIONS = "select " + SessionRow.COLUMNS
            + " from sessions where id > :after order by id limit :limit";

    private final SqlDatabase source;
    private final IdempotencySql records;

    H2Backup(SqlDatabase source) {
        this.source = source;
        this.records = new IdempotencySql(source.dialect());
    }

    void write(OutputStream out) throws IOException {
        // Beside the database, where it is as private.
        Path file = H2File.of(source.url());
        try (BackupFolder folder = BackupFolder.beside(file)) {
            requireRoom(Files.size(file), Files.getFileStore(folder.path()).getUsableSpace());
            Path copy = folder.path().resolve(ENTRY);
            boolean _ = H2Connection.in(H2File.movedTo(copy, source.url()), source.user(), source.password(),
                    to -> source.readAsOfOneMoment("read all sessions", from -> copy(from, to)));
            zip(copy, out);
        }
    }

    /**
     * Refuses to fill the disk that the running store needs. A copy is no larger than the file of the store.
     *
     * @param needed bytes of the copy at the most
     * @param usable bytes that the disk has left
     */
    static void requireRoom(long needed, long usable) {
        if (usable - needed < RESERVE) {
            throw new StoreUnavailableException("There is no room for a backup beside the store: it may need "
                    + mebibytes(needed) + " and leaves " + mebibytes(RESERVE) + " free, but only " + mebibytes(usable)
                    + " are there", null);
        }
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    private boolean copy(Handle from, Handle to) {
        copySessions(from, to);
        copyIdempotencyRecords(from, to);
        return true;
    }

    private void copySessions(Handle from, Handle to) {
        UUID after = START;
        List<SessionV1> part;
        do {
            source.requireOpen();
            part = from.createQuery(SESSIONS).bind("after", after).bind("limit", SESSIONS_AT_A_TIME)
                    .map((row, _) -> SessionRow.read(row)).list();
            PreparedBatch batch = to.prepareBatch(SessionRow.INSERT);
            part.forEach(session -> batch.bindMap(SessionRow.parameters(session)).add());
            int[] _ = batch.execute();
            after = part.isEmpty() ? after : SessionRow.uuid(part.getLast().id());
        } while (part.size() == SESSIONS_AT_A_TIME);
    }

    private void copyIdempotencyRecords(Handle from, Handle to) {
        String after = "";
        List<IdempotencyRecord> part;
        do {
            part = records.listAfter(from, after, CLAIMS_AT_A_TIME);
            for (IdempotencyRecord record : part) {
                boolean _ = records.insert(to, record);
                after = record.key();
            }
        } while (part.size() == CLAIMS_AT_A_TIME);
    }

    private static void zip(Path file, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry(ENTRY));
        Files.copy(file, zip);
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }
}
