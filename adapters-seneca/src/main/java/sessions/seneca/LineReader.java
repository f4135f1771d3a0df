package sessions.seneca;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads lines of a connection, each within the limits. A timeout of the connection may interrupt it; it then goes on where it was. */
final class LineReader {

    private static final int READ_AT_ONCE = 8192;

    private final InputStream input;
    private final SenecaTcpLimits limits;
    private final byte[] buffer = new byte[READ_AT_ONCE];
    private int next;
    private int end;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long firstByte;

    LineReader(InputStream input, SenecaTcpLimits limits) {
        this.input = input;
        this.limits = limits;
    }

    /**
     * The next line that is not blank, without its end; null where there is none. What comes after the last end of a line is no
     * line.
     *
     * @throws IOException where it is too long or arrives too slowly, or the connection fails or times out
     */
    byte @Nullable [] next() throws IOException {
        while (fill()) {
            if (takeToEndOfLine()) {
                byte[] whole = line.toByteArray();
                line.reset();
                if (!isBlank(whole)) {
                    return whole;
                }
            }
        }
        return null;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Whether part of a line has arrived. */
    boolean isWithinLine() {
        return line.size() > 0;
    }

    /** Has at least one byte in the buffer; false at the end. */
    private boolean fill() throws IOException {
        if (next < end) {
            return true;
        }
        if (isWithinLine()
                && limits.areExceededBy(line.size(), Duration.ofNanos(System.nanoTime() - firstByte))) {
            throw new IOException("a line arrives too slowly");
        }
        next = 0;
        end = Math.max(input.read(buffer), 0);
        return end > 0;
    }

    /** Moves bytes from the buffer to the line; whether that was its end. */
    private boolean takeToEndOfLine() throws IOException {
        if (!isWithinLine()) {
            firstByte = System.nanoTime();
        }
        int start = next;
        while (next < end && buffer[next] != '\n') {
            next++;
        }
        line.write(buffer, start, next - start);
        if (line.size() > limits.maxLineBytes()) {
            throw new IOException("a line is longer than " + limits.maxLineBytes() + " bytes");
        }
        if (next == end) {
            return false;
        }
        next++;
        return true;
    }
}
