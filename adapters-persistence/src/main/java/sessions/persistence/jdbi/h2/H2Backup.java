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
 * Backs up an H2 file that is in use: copies all rows, as one transaction sees them, to a new database, and zips it.
 * H2's own {@code BACKUP TO} copies the file while it is written, including deleted data in free space.
 */
final class H2Backup {

    /** The only file in the archive. */
    static final String ENTRY = "sessions" + H2File.EXTENSION;

    /** Few, because each may have several MiB of content. */
    private static final int SESSIONS_AT_A_TIME = 20;
    private static final int RECORDS_AT_A_TIME = 500;

    /** Bytes that must stay free for the running store. */
    private static final long RESERVE = 64L << 20;

    /** Less than every id, because no id is zero. */
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
        // Next to the database, where it is equally protected.
        Path file = H2File.of(source.url());
        try (BackupFolder folder = BackupFolder.createNextTo(file)) {
            requireRoom(Files.size(file), Files.getFileStore(folder.path()).getUsableSpace());
            Path copy = folder.path().resolve(ENTRY);
            boolean _ = H2Connection.run(H2File.movedTo(copy, source.url()), source.user(), source.password(),
                    to -> source.readSnapshot("read all sessions", from -> copy(from, to)));
            zip(copy, out);
        }
    }

    /**
     * Fails if the backup could fill the disk that the running store needs. A copy is at most as large as the store's
     * file.
     *
     * @param needed largest possible size of the copy in bytes
     * @param usable free bytes on the disk
     */
    static void requireRoom(long needed, long usable) {
        if (usable - needed < RESERVE) {
            throw new StoreUnavailableException(
                    "There is not enough disk space for a backup next to the store: it may need "
                            + mebibytes(needed) + " and must leave " + mebibytes(RESERVE) + " free, but only "
                            + mebibytes(usable) + " are free",
                    null);
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
        List<SessionV1> page;
        do {
            source.requireOpen();
            page = from.createQuery(SESSIONS).bind("after", after).bind("limit", SESSIONS_AT_A_TIME)
                    .map((row, _) -> SessionRow.read(row)).list();
            PreparedBatch batch = to.prepareBatch(SessionRow.INSERT);
            page.forEach(session -> batch.bindMap(SessionRow.parameters(session)).add());
            int[] _ = batch.execute();
            after = page.isEmpty() ? after : SessionRow.uuid(page.getLast().id());
        } while (page.size() == SESSIONS_AT_A_TIME);
    }

    private void copyIdempotencyRecords(Handle from, Handle to) {
        String after = "";
        List<IdempotencyRecord> page;
        do {
            page = records.listAfter(from, after, RECORDS_AT_A_TIME);
            for (IdempotencyRecord record : page) {
                boolean _ = records.insert(to, record);
                after = record.key();
            }
        } while (page.size() == RECORDS_AT_A_TIME);
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
