package sessions.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Serves content that stays the same while the service runs. Unlike other answers it may be kept by caches. */
final class StaticFile implements Handler {

    private static final String CACHING = "public, max-age=3600";
    private static final int TAG_BYTES = 12;

    private final String contentType;
    private final byte[] content;
    private final String tag;

    StaticFile(String contentType, byte[] content) {
        this.contentType = contentType;
        this.content = content.clone();
        this.tag = '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(sha256(content), TAG_BYTES)) + '"';
    }

    /** A file of the class path, which must be there. */
    static StaticFile resource(String contentType, String path) {
        return new StaticFile(contentType, bytes(path));
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
        ctx.header("ETag", tag);
        ctx.header("Cache-Control", CACHING);
        ctx.res().setHeader("Pragma", null);
        ctx.res().setHeader("Expires", null);
        if (isKnown(ctx)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            ctx.res().setContentType(null);
        } else {
            ctx.contentType(contentType).result(content);
        }
    }

    /** Whether the caller has this very content (RFC 9110, If-None-Match, by weak comparison). */
    private boolean isKnown(Context ctx) {
        String known = ctx.header("If-None-Match");
        return known != null && (known.strip().equals("*") || known.contains(tag));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java machine has SHA-256", impossible);
        }
    }
}
