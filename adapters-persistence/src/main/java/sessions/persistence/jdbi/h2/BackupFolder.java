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
 * A folder that only its owner may look into and that is gone afterwards, with all in it. Where its process was killed, the
 * next opening of the database beside it removes it.
 *
 * @param path where it is
 */
record BackupFolder(Path path) implements AutoCloseable {

    private static final String UNFINISHED = ".backup-unfinished-";

    /** Those of this process, where a database can be opened again while it is open. */
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

    /** A new one beside a database file that need not be there, nor its folder. */
    static synchronized BackupFolder beside(Path file) throws IOException {
        Path parent = Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()))
                .toRealPath();
        // Of the owner only, where the system knows owners.
        Path folder = Files.createTempDirectory(parent, prefix(file));
        IN_USE.add(folder);
        return new BackupFolder(folder);
    }

    /** Removes those beside a database file that nobody uses, where no other process has the database open. */
    static synchronized void removeLeft(Path file) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote(prefix(file)) + "\\d+");
        List<Path> left;
        try (Stream<Path> all = Files.list(Objects.requireNonNull(file.getParent()).toRealPath())) {
            left = all.filter(path -> name.matcher(path.getFileName().toString()).matches()
                    && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !IN_USE.contains(path)).toList();
        }
        for (Path folder : left) {
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
