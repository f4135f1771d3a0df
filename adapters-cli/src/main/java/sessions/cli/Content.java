package sessions.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import sessions.domain.Json;
import sessions.wire.JsonDocument;
import sessions.wire.ResourceBody;

/** Content as operators give it: as it is, {@code @file} for that of a file, {@code -} for that of standard input. */
final class Content {

    /** How help texts describe it. */
    static final String FORMS = "JSON, @FILE, or - for standard input.";

    private Content() {
    }

    /**
     * Reads it, strictly.
     *
     * @throws UncheckedIOException where it cannot be read; the message says what and why
     * @throws sessions.domain.InvalidJsonException where it is not one JSON value
     */
    static Json read(String argument, Shell shell) {
        return JsonDocument.read(bytes(argument, shell));
    }

    /**
     * Reads what must be something.
     *
     * @param name what it is, for the error
     * @throws sessions.domain.InvalidDataException also where it is JSON's null
     */
    static Json required(String argument, String name, Shell shell) {
        return ResourceBody.content(bytes(argument, shell), name);
    }

    /** @throws UncheckedIOException where it cannot be read */
    static byte[] standardInput(Shell shell) {
        return bytes("standard input", () -> shell.input().readAllBytes());
    }

    private static byte[] bytes(String argument, Shell shell) {
        if (argument.equals("-")) {
            return standardInput(shell);
        }
        return argument.startsWith("@")
                ? bytes(argument.substring(1), () -> Files.readAllBytes(Path.of(argument.substring(1))))
                : argument.getBytes(StandardCharsets.UTF_8);
    }

    private interface Source {
        byte[] read() throws IOException;
    }

    private static byte[] bytes(String name, Source source) {
        try {
            return source.read();
        } catch (IOException failed) {
            String reason = failed instanceof NoSuchFileException ? "there is no such file" : failed.getMessage();
            throw new UncheckedIOException("Cannot read " + Shown.text(name) + ": " + reason, failed);
        }
    }
}
