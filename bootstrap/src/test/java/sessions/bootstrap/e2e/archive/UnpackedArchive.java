package sessions.bootstrap.e2e.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import sessions.bootstrap.e2e.Launcher;

/**
 * The unpacked archive of profile {@code dist}.
 *
 * @param folder its content
 */
record UnpackedArchive(Path folder) {

    /** Unpacks the archive as users do. */
    static UnpackedArchive unpackedIn(Path parent) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "-xzf", System.getProperty("sessions.archive"), "-C",
                parent.toString()).redirectErrorStream(true).start();
        String said = Launcher.text(tar.getInputStream());
        assertThat(tar.waitFor()).as(said).isZero();
        try (Stream<Path> unpacked = Files.list(parent)) {
            return new UnpackedArchive(unpacked.findFirst().orElseThrow());
        }
    }

    /** An empty environment: only a PATH without any program, and so without Java. */
    Launcher launcher() {
        return new Launcher(folder.resolve("sessions"), folder, Map.of("PATH", folder.resolve("nowhere").toString()));
    }
}
