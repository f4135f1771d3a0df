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
 * Serves content that stays the same while the service runs, and is not prepared before someone asks for it. Unlike other
 * answers the caller may keep it.
 */
final class StaticFile implements Handler {

    /** Not for shared caches: the answer carries the correlation id of one request. */
    private static final String CACHING = "private, max-age=3600";
    private static final int TAG_BYTES = 12;

    private final String contentType;
    private final Supplier<byte[]> source;
    private volatile @Nullable Content content;

    StaticFile(String contentType, Supplier<byte[]> source) {
        this.contentType = contentType;
        this.source = source;
    }

    /** A file of the class path, which must be there. */
    static StaticFile resource(String contentType, String path) {
        return new StaticFile(contentType, () -> bytes(path));
    }

    /** The bytes of a file of the class path, which must be there. */
    static byte[] bytes(String path) {
        try (InputStream file = StaticFile.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its file " + path);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void handle(Context ctx) {
        Content present = content();
        ctx.header("ETag", "W/" + EntityTags.text(present.tag)); // weak, for the file is sent compressed or not
        ctx.res().addHeader("Vary", "Accept-Encoding");
        ctx.header("Cache-Control", CACHING);
        ctx.res().setHeader("Pragma", null);
        ctx.res().setHeader("Expires", null);
        if (EntityTags.areKnown(ctx, present.tag)) {
            Responses.notModified(ctx);
        } else {
            ctx.status(HttpStatus.OK).contentType(contentType).result(present.bytes);
        }
    }

    /** Prepared twice if two ask at once, which does no harm. */
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
