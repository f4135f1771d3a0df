package sessions.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import sessions.domain.error.ContentTooLargeException;
import sessions.domain.model.Json;
import sessions.shell.Shell;
import sessions.shell.TerminalText;
import sessions.wire.json.JsonDocument;
import sessions.wire.resource.ResourceBody;

/** Content as a command line argument: JSON, {@code @file} for a file, or {@code -} for standard input. */
public final class ContentArgument {

    /** The description in help texts. */
    public static final String FORMS = "JSON, @FILE, or - for standard input.";

    /** The largest body limit that a service can be configured with. */
    private static final int MAX_BYTES = 256 << 20;

    private ContentArgument() {
    }

    /**
     * Reads content and parses it strictly.
     *
     * @throws UncheckedIOException if it cannot be read; the message names the source and the reason
     * @throws sessions.domain.error.InvalidJsonException if it is not exactly one JSON value
     */
    public static Json read(String argument, Shell shell) {
        return JsonDocument.read(bytes(argument, shell));
    }

    /**
     * Reads content that must not be null.
     *
     * @param name its name, for the error
     * @throws sessions.domain.error.InvalidDataException also if it is JSON null
     */
    public static Json required(String argument, String name, Shell shell) {
        return ResourceBody.content(bytes(argument, shell), name);
    }

    /** @throws UncheckedIOException if it cannot be read */
    static byte[] standardInput(Shell shell) {
        return bytes("standard input", shell::input);
    }

    private static byte[] bytes(String argument, Shell shell) {
        if (argument.equals("-")) {
            return standardInput(shell);
        }
        return argument.startsWith("@")
                ? bytes(argument.substring(1), () -> Files.newInputStream(Path.of(argument.substring(1))))
                : argument.getBytes(StandardCharsets.UTF_8);
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    private static byte[] bytes(String name, Source source) {
        if (name.isEmpty()) {
            throw new UncheckedIOException("File name missing after @", new IOException());
        }
        try (InputStream input = source.open()) {
            byte[] bytes = input.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new ContentTooLargeException(TerminalText.text(name), MAX_BYTES);
            }
            return bytes;
        } catch (IOException failed) {
            String reason = failed instanceof NoSuchFileException ? "there is no such file" : failed.getMessage();
            throw new UncheckedIOException("Cannot read " + TerminalText.text(name) + ": " + reason, failed);
        }
    }
}
