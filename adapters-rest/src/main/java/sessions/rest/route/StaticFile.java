package sessions.rest.route;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Sha256;
import sessions.rest.http.EntityTags;
import sessions.rest.http.Responses;

/**
 * Serves content that does not change while the service runs; it is loaded on the first request. Unlike other
 * responses, clients may cache it.
 */
final class StaticFile implements Handler {

    /** Private, because the response carries the correlation id of one request. */
    private static final String CACHING = "private, max-age=3600";
    private static final int TAG_BYTES = 12;

    private final String contentType;
    private final Supplier<byte[]> source;
    private volatile @Nullable Content content;

    StaticFile(String contentType, Supplier<byte[]> source) {
        this.contentType = contentType;
        this.source = source;
    }

    /** Creates a handler for a file on the class path. */
    static StaticFile resource(String contentType, String path) {
        return new StaticFile(contentType, () -> bytes(path));
    }

    /** Returns the bytes of a file on the class path; throws {@link IllegalStateException} if it is missing. */
    static byte[] bytes(String path) {
        try (InputStream file = StaticFile.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("Missing on the class path: " + path);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void handle(Context ctx) {
        Content present = content();
        ctx.header("ETag", "W/" + EntityTags.text(present.tag)); // weak: the file may be sent compressed
        ctx.res().addHeader("Vary", "Accept-Encoding");
        ctx.header("Cache-Control", CACHING);
        ctx.res().setHeader("Pragma", null);
        ctx.res().setHeader("Expires", null);
        if (EntityTags.isNotModified(ctx, present.tag)) {
            Responses.notModified(ctx);
        } else {
            ctx.status(HttpStatus.OK).contentType(contentType).result(present.bytes);
        }
    }

    /** Loads the content on the first call. Concurrent first calls may load it twice, which is harmless. */
    private Content content() {
        Content present = content;
        if (present == null) {
            present = new Content(source.get());
            content = present;
        }
        return present;
    }

    private static final class Content {

        private final byte[] bytes;
        private final String tag;

        Content(byte[] bytes) {
            this.bytes = bytes;
            this.tag = Base64.getUrlEncoder().encodeToString(Arrays.copyOf(Sha256.begin().digest(bytes), TAG_BYTES));
        }
    }
}
