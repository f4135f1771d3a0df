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

/** Content as operators give it: as it is, {@code @file} for that of a file, {@code -} for that of standard input. */
public final class ContentArgument {

    /** How help texts describe it. */
    public static final String FORMS = "JSON, @FILE, or - for standard input.";

    /** As much as any service can be set to take. */
    private static final int MAX_BYTES = 256 << 20;

    private ContentArgument() {
    }

    /**
     * Reads it, strictly.
     *
     * @throws UncheckedIOException where it cannot be read; the message says what and why
     * @throws sessions.domain.error.InvalidJsonException where it is not one JSON value
     */
    public static Json read(String argument, Shell shell) {
        return JsonDocument.read(bytes(argument, shell));
    }

    /**
     * Reads what must be something.
     *
     * @param name what it is, for the error
     * @throws sessions.domain.error.InvalidDataException also where it is JSON's null
     */
    public static Json required(String argument, String name, Shell shell) {
        return ResourceBody.content(bytes(argument, shell), name);
    }

    /** @throws UncheckedIOException where it cannot be read */
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
