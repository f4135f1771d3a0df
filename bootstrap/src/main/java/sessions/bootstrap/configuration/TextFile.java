package sessions.bootstrap.configuration;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that settings name. */
public final class TextFile {

    private TextFile() {
    }

    /**
     * Reads a file.
     *
     * @param named the setting that names the file, for the message
     * @throws IOException if it cannot be read; the message contains the file, the setting and the reason
     */
    public static String read(Path file, String named) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new IOException(named + ": there is no file " + file, missing);
        } catch (CharacterCodingException malformed) {
            throw new IOException(named + ": " + file + " is not UTF-8 text", malformed);
        } catch (IOException unreadable) {
            throw new IOException(named + ": " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
