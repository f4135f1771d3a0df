package sessions.persistence.jdbi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A folder that only its owner may look into and that is gone afterwards, with all in it.
 *
 * @param path where it is
 */
record PrivateFolder(Path path) implements AutoCloseable {

    /** A new one beside a file that need not be there, nor its folder. */
    static PrivateFolder beside(Path file) throws IOException {
        Path parent = Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        // Of the owner only, where the system knows owners.
        return new PrivateFolder(Files.createTempDirectory(parent, ".sessions-"));
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(path)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
