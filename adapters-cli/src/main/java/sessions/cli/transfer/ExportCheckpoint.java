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
 * How far an export has come, so that it can go on from there.
 *
 * @param store where the sessions come from
 * @param bytes how long the file is up to here
 * @param sessions how many sessions are in it
 * @param last the last of them
 */
record ExportCheckpoint(String store, long bytes, long sessions, SessionCursor last) {

    /** The checkpoint in a file, or empty where there is none that can be read. */
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

    /** Puts it in the place of the one before, in one step. */
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
