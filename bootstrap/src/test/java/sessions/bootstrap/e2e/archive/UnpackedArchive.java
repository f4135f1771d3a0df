package sessions.bootstrap.e2e.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import sessions.bootstrap.e2e.Launcher;

/**
 * The archive of profile {@code dist}, unpacked.
 *
 * @param folder what it holds
 */
record UnpackedArchive(Path folder) {

    /** Unpacks it as its users do. */
    static UnpackedArchive unpackedIn(Path parent) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "-xzf", System.getProperty("sessions.archive"), "-C",
                parent.toString()).redirectErrorStream(true).start();
        String said = Launcher.text(tar.getInputStream());
        assertThat(tar.waitFor()).as(said).isZero();
        try (Stream<Path> unpacked = Files.list(parent)) {
            return new UnpackedArchive(unpacked.findFirst().orElseThrow());
        }
    }

    /** Where there is nothing: no variable but a PATH on which no program is, and so no Java. */
    Launcher launcher() {
        return new Launcher(folder.resolve("sessions"), folder, Map.of("PATH", folder.resolve("nowhere").toString()));
    }
}
