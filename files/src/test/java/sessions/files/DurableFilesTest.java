package sessions.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {

    private static final String OWNER_ONLY = "rw-------";

    @TempDir
    private Path folder;

    @Test
    void replacedFileIsReadableOnlyByItsOwner() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "before");
        DurableFiles.replace(file, out -> out.write('x'));
        assertThat(file).hasContent("x");
        assertThat(permissions(file)).isEqualTo(OWNER_ONLY);
        assertThat(names()).containsExactly("file");
    }

    @Test
    void previousFileRemainsIfTheWriterFails() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "before");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> DurableFiles.replace(file, out -> {
            out.write('x');
            throw new IOException("full");
        }));
        assertThat(file).hasContent("before");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void onlyRegularFilesAreReplaced() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("file"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        Path broken = Files.createSymbolicLink(folder.resolve("broken"), folder.resolve("none"));
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        for (Path other : List.of(link, broken, pipe, Files.createDirectory(folder.resolve("folder")))) {
            assertThatExceptionOfType(FileSystemException.class).as(other.toString())
                    .isThrownBy(() -> DurableFiles.replace(other, out -> out.write('x')))
                    .withMessage(other + ": not a regular file");
        }
        assertThat(file).hasContent("before");
        assertThat(link).isSymbolicLink();
        assertThat(names()).containsExactlyInAnyOrder("broken", "file", "folder", "link", "pipe");
    }

    @Test
    void placeDoesNotReplaceAnExistingFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Path target = folder.resolve("target");
        DurableFiles.place(file, target);
        assertThat(target).hasContent("x");
        assertThat(permissions(target)).isEqualTo(OWNER_ONLY);
        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> DurableFiles.place(file, target));
    }

    @Test
    void createsFoldersAndResolvesLinks() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        assertThat(DurableFiles.createFolder(link.resolve("a/b"))).isEqualTo(folder.toRealPath().resolve("real/a/b"))
                .isDirectory();
    }

    @Test
    void openedFileIsPrivateAndLinksAreNotFollowed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (FileChannel channel = PrivateFiles.open(file)) {
            assertThat(channel.size()).isEqualTo(1);
        }
        assertThat(permissions(file)).isEqualTo(OWNER_ONLY);
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> PrivateFiles.open(link).close());
    }

    @Test
    void newFileIsPrivateAndPermissionsCanBeCopied() throws IOException {
        Path file = folder.resolve("file");
        PrivateFiles.create(file).close();
        assertThat(permissions(file)).isEqualTo(OWNER_ONLY);
        Path shared = Files.writeString(folder.resolve("shared"), "");
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rw-r-----"));
        PrivateFiles.copyPermissions(shared, file);
        assertThat(permissions(file)).isEqualTo("rw-r-----");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
