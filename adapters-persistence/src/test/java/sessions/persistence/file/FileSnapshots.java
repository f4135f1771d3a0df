package sessions.persistence.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Reads a file, and again only after it was replaced. */
final class FileSnapshots {

    private final Path file;
    private List<Object> version = List.of();
    private String content = "";

    FileSnapshots(Path file) {
        this.file = file;
    }

    /** Returns the content of the current file, or of one that replaced it meanwhile. */
    synchronized String latest() throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        List<Object> present = List.of(String.valueOf(now.fileKey()), now.lastModifiedTime());
        if (!present.equals(version)) {
            version = present;
            content = Files.readString(file);
        }
        return content;
    }
}
