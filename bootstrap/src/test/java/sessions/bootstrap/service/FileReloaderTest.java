package sessions.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReloaderTest {

    private final FileReloader reloader = new FileReloader();
    private final List<String> taken = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void watch() throws IOException {
        write("one");
        reloader.watch("Words", () -> Files.readString(folder.resolve("words")), this::take);
    }

    @AfterEach
    void stop() {
        reloader.close();
    }

    @Test
    void unchangedValueIsNotApplied() {
        reloader.check();
        assertThat(taken).isEmpty();
    }

    @Test
    void changedValueIsAppliedOnce() throws IOException {
        write("two");
        reloader.check();
        reloader.check();
        assertThat(taken).containsExactly("two");
    }

    @Test
    void rejectedValueIsAppliedOnceItIsCorrected() throws IOException {
        write("bad");
        reloader.check();
        write("good");
        reloader.check();
        assertThat(taken).containsExactly("good");
    }

    @Test
    void temporarilyMissingFileChangesNothing() throws IOException {
        Files.delete(folder.resolve("words"));
        reloader.check();
        write("one");
        reloader.check();
        assertThat(taken).isEmpty();
    }

    private void take(String words) throws IOException {
        if (words.equals("bad")) {
            throw new IOException("bad words");
        }
        taken.add(words);
    }

    private void write(String words) throws IOException {
        Files.writeString(folder.resolve("words"), words);
    }
}
