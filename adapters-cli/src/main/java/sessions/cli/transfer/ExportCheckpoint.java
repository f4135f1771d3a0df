package sessions.cli.transfer;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import sessions.domain.model.SessionCursor;
import sessions.files.DurableFiles;
import sessions.wire.resource.CursorToken;

/**
 * The progress of an export, from which it can resume.
 *
 * @param store the identity of the source store
 * @param bytes the length of the file at the checkpoint
 * @param sessions the number of sessions in the file
 * @param last the position of the last of them
 */
record ExportCheckpoint(String store, long bytes, long sessions, SessionCursor last) {

    /** Reads the checkpoint in a file. Returns empty if the file is missing or invalid. */
    static Optional<ExportCheckpoint> read(Path file) throws IOException {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
        return CursorToken.parse(values.getProperty("last", "")).flatMap(last -> parse(values, last));
    }

    private static Optional<ExportCheckpoint> parse(Properties values, SessionCursor last) {
        try {
            return Optional.of(new ExportCheckpoint(values.getProperty("store", ""),
                    Long.parseLong(values.getProperty("bytes")), Long.parseLong(values.getProperty("sessions")), last));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    /** Replaces the previous checkpoint atomically. */
    void write(Path file) throws IOException {
        Properties values = new Properties();
        values.setProperty("store", store);
        values.setProperty("bytes", Long.toString(bytes));
        values.setProperty("sessions", Long.toString(sessions));
        values.setProperty("last", CursorToken.of(last));
        StringWriter text = new StringWriter();
        values.store(text, null);
        DurableFiles.replace(file, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
