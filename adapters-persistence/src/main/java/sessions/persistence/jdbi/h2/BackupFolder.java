package sessions.persistence.jdbi.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A temporary folder that only its owner can read. Closing it deletes it with its content. If the process was killed,
 * the next opening of the database next to it deletes it.
 *
 * @param path its location
 */
record BackupFolder(Path path) implements AutoCloseable {

    private static final String UNFINISHED = ".backup-unfinished-";

    /** The folders in use by this process, because a database can be opened again while it is open. */
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

    /** Creates a folder next to a database file. Neither the file nor its folder need exist. */
    static synchronized BackupFolder createNextTo(Path file) throws IOException {
        Path parent = Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()))
                .toRealPath();
        // Readable by the owner only, if the file system supports that.
        Path folder = Files.createTempDirectory(parent, prefix(file));
        IN_USE.add(folder);
        return new BackupFolder(folder);
    }

    /** Deletes the unused folders next to a database file, which no other process has open. */
    static synchronized void removeUnused(Path file) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote(prefix(file)) + "\\d+");
        List<Path> unused;
        try (Stream<Path> all = Files.list(Objects.requireNonNull(file.getParent()).toRealPath())) {
            unused = all.filter(path -> name.matcher(path.getFileName().toString()).matches()
                    && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !IN_USE.contains(path)).toList();
        }
        for (Path folder : unused) {
            remove(folder);
        }
    }

    private static String prefix(Path file) {
        return file.getFileName().toString().replaceFirst("\\.mv\\.db$", "") + UNFINISHED;
    }

    @Override
    public void close() throws IOException {
        try {
            remove(path);
        } finally {
            IN_USE.remove(path);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
