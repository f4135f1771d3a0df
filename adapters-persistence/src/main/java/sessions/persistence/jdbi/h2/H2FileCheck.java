package sessions.persistence.jdbi.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sessions.files.DurableFiles;

/**
 * Checks the file of a database before H2 opens it. H2's messages do not say why a file cannot be created, and H2 opens
 * a file that was cut off after its header as a new, empty database.
 */
final class H2FileCheck {

    /** H2's unit of space, and the size of the header, of which there are two copies. */
    private static final int BLOCK = 4096;
    private static final int MAX_CHUNK_HEADER = 1024;

    private H2FileCheck() {
    }

    /**
     * Creates the folder of a new file, if needed.
     *
     * @throws IOException if the folder cannot be written; the message names it and the reason
     */
    static void requireWritableFolder(Path file) throws IOException {
        Path folder = DurableFiles.createFolder(DurableFiles.folder(file));
        if (!Files.isWritable(folder)) {
            throw new IOException("the folder " + folder + " is not writable");
        }
    }

    /**
     * Returns whether the data that the header points to may be missing: the file is too short, or its header cannot be
     * read, as in an encrypted file. An empty file, and one whose creation was interrupted, are complete.
     */
    static boolean mayBeCutOff(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() == 0) {
                return false;
            }
            String header = text(channel, 0, BLOCK);
            if (!header.startsWith("H:")) {
                return true;
            }
            OptionalLong block = number(header, "block");
            return block.isPresent() && !isComplete(channel, block.getAsLong());
        }
    }

    private static boolean isComplete(FileChannel channel, long block) throws IOException {
        String chunk = text(channel, block * BLOCK, MAX_CHUNK_HEADER);
        OptionalLong blocks = number(chunk, "len");
        return chunk.startsWith("chunk:") && blocks.isPresent()
                && (block + blocks.getAsLong()) * BLOCK <= channel.size();
    }

    private static String text(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        int read = channel.read(bytes, position);
        return new String(bytes.array(), 0, Math.max(read, 0), StandardCharsets.ISO_8859_1);
    }

    /** Returns a hexadecimal number in a list such as {@code chunk:3,len:1}. */
    private static OptionalLong number(String list, String name) {
        Matcher found = Pattern.compile("(?:^|,)" + name + ":([0-9a-f]{1,12})").matcher(list);
        return found.find() ? OptionalLong.of(Long.parseLong(found.group(1), 16)) : OptionalLong.empty();
    }
}
