package sessions.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** A pipe whose reader closes it after some lines, as {@code head} does. */
final class BrokenPipe extends OutputStream {

    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private int linesLeft;

    BrokenPipe(int lines) {
        linesLeft = lines;
    }

    PrintWriter writer() {
        return new PrintWriter(this, false, StandardCharsets.UTF_8);
    }

    String written() {
        return taken.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void write(int b) throws IOException {
        if (linesLeft == 0) {
            throw new IOException("Broken pipe");
        }
        taken.write(b);
        linesLeft -= b == '\n' ? 1 : 0;
    }
}
