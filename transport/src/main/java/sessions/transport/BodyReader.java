package sessions.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import sessions.domain.error.ContentTooLargeException;

/**
 * Reads bodies of HTTP within a limit.
 *
 * @param maxBytes the largest body that is taken
 */
public record BodyReader(int maxBytes) {

    /**
     * How much of a body that is too large is still read, so that the caller hears the answer before the connection
     * ends.
     */
    private static final int DRAINED = 16 * 1024 * 1024;

    /**
     * Reads a whole body.
     *
     * @param announced how long it is to be in bytes, or -1 where nothing says so
     * @param awaitsPermission whether the caller sends it only once it is read
     * @param body opens it, which gives that permission
     * @throws ContentTooLargeException where it is larger than the limit
     */
    public byte[] read(long announced, boolean awaitsPermission, Supplier<InputStream> body) throws IOException {
        if (announced > maxBytes) {
            if (!awaitsPermission) {
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
