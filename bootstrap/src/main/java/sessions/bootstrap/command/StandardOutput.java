package sessions.bootstrap.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output, remembering what went wrong with it: a writer on it would swallow that, and a command whose data is
 * lost must not say that all is well.
 */
public final class StandardOutput extends FilterOutputStream {

    /** What the system says where the reader of a pipe, such as {@code head}, has had enough: no trouble. */
    private static final String NO_READER = "Broken pipe";

    private @Nullable IOException trouble;

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
            trouble = failed;
            throw failed;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[]{(byte) b}, 0, 1);
    }

    /** Why data was lost, or empty where all of it was taken as long as somebody wanted it. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble).map(IOException::getMessage).filter(message -> !NO_READER.equals(message));
    }
}
