package sessions.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import sessions.domain.error.ContentTooLargeException;

/**
 * Reads HTTP bodies up to a limit.
 *
 * @param maxBytes the largest body that is accepted
 */
public record BodyReader(int maxBytes) {

    /** How many bytes of an oversized body are read and discarded, so that the client receives the response. */
    private static final int DRAINED = 16 * 1024 * 1024;

    /**
     * Reads a whole body.
     *
     * @param contentLength its length in bytes according to the headers, or -1 if unknown
     * @param expectsContinue whether the client waits for {@code 100 Continue} before it sends the body
     * @param body opens the body, which sends {@code 100 Continue}
     * @throws ContentTooLargeException if it is larger than the limit
     */
    public byte[] read(long contentLength, boolean expectsContinue, Supplier<InputStream> body) throws IOException {
        if (contentLength > maxBytes) {
            if (!expectsContinue) {
                drain(body.get());
            }
            throw tooLarge();
        }
        InputStream input = body.get();
        byte[] bytes = input.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            drain(input);
            throw tooLarge();
        }
        return bytes;
    }

    private ContentTooLargeException tooLarge() {
        return new ContentTooLargeException("The body is larger than " + maxBytes + " bytes");
    }

    private static void drain(InputStream input) throws IOException {
        long left = DRAINED;
        for (long skipped = 1; skipped > 0 && left > 0; left -= skipped) {
            skipped = input.skip(left);
        }
    }
}
