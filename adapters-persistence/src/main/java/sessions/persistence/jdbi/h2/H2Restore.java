package sessions.persistence.jdbi.h2;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.SessionsException;
import sessions.domain.error.StoreFailedException;
import sessions.domain.error.StoreUnavailableException;
import sessions.files.DurableFiles;
import sessions.persistence.jdbi.SqlErrors;

/** Restores an H2 file from a backup. The database is opened before it is moved to its place. */
final class H2Restore {

    private static final String EXPECTED = "must be a backup of Sessions";

    /**
     * H2's error codes for a file that it cannot read. Other errors, such as a wrong password, do not mean that the
     * archive is broken.
     */
    private static final Set<String> BROKEN = Set.of("90028", "90030");

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;

    H2Restore(String url, @Nullable String user, @Nullable String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * Restores into a file that does not exist yet.
     *
     * @return the number of restored sessions
     * @throws InvalidDataException if the archive is not a backup or is broken
     * @throws FileAlreadyExistsException if the database exists
     */
    long from(Path archive) throws IOException {
        Path file = H2File.of(url);
        requireAbsent(file);
        try (BackupFolder folder = BackupFolder.createNextTo(file)) {
            Path restored = folder.path().resolve(H2Backup.ENTRY);
            unzip(archive, restored);
            long sessions = count(archive, restored);
            DurableFiles.place(restored, file);
            return sessions;
        }
    }

    private static void requireAbsent(Path file) throws FileAlreadyExistsException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "the store already exists");
        }
    }

    private static void unzip(Path archive, Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            ZipEntry entry = zip.getNextEntry();
            if (entry == null || !entry.getName().equals(H2Backup.ENTRY)) {
                throw InvalidDataException.of(archive.toString(), EXPECTED);
            }
            // H2 would create a new database from an empty file.
            if (Files.copy(zip, target) == 0 || zip.getNextEntry() != null) {
                throw InvalidDataException.of(archive.toString(), EXPECTED);
            }
        } catch (ZipException | EOFException broken) {
            throw InvalidDataException.of(archive.toString(), EXPECTED + ", but is broken: " + broken.getMessage());
        }
    }

    /** Opens the database, which also migrates an older one, and counts its sessions. */
    private long count(Path archive, Path file) {
        try {
            return H2Connection.run(H2File.movedTo(file, url), user, password,
                    handle -> handle.createQuery("select count(*) from sessions").mapTo(long.class).one());
        } catch (StoreFailedException unreadable) {
            throw rejected(archive, unreadable);
        } catch (StoreUnavailableException failed) {
            throw sqlState(failed).filter(BROKEN::contains).isPresent() ? rejected(archive, failed) : failed;
        }
    }

    /** Returns an error without H2's message, which names the temporary file. */
    private static InvalidDataException rejected(Path archive, SessionsException unreadable) {
        String reason = sqlState(unreadable)
                .map(state -> "its database is broken or encrypted differently (H2 error " + state + ")")
                .orElse("it contains another database");
        return InvalidDataException.of(archive.toString(), EXPECTED + ", but " + reason);
    }

    private static Optional<String> sqlState(SessionsException failed) {
        return SqlErrors.sqlException(failed).map(SQLException::getSQLState);
    }
}
