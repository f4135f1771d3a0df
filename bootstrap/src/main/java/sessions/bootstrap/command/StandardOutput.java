package sessions.bootstrap.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers write errors. A {@link java.io.PrintWriter} swallows them, but a command whose output
 * is lost must not succeed.
 */
public final class StandardOutput extends FilterOutputStream {

    /** The error message after the reader of a pipe, such as {@code head}, has closed it. This is not a failure. */
    private static final String NO_READER = "Broken pipe";

    private @Nullable IOException failure;

    public StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    public StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException failed) {
            failure = failed;
            throw failed;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[]{(byte) b}, 0, 1);
    }

    /** Returns the reason why output was lost, or empty if none was. A pipe closed by its reader does not count. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure).map(IOException::getMessage).filter(message -> !NO_READER.equals(message));
    }
}
