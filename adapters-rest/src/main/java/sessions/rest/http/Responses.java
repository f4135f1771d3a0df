package sessions.rest.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import sessions.transport.ResponseHeaders;

/** Writes responses. A response without a body has no content type. */
public final class Responses {

    static final String RETRY_AFTER = "Retry-After";

    private Responses() {
    }

    public static void json(Context ctx, int status, String body) {
        text(ctx, status, ResponseHeaders.JSON, body);
    }

    public static void text(Context ctx, int status, String mediaType, String body) {
        ctx.status(status).contentType(mediaType).result(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds the session's version as its entity tag (RFC 9110, 8.8.3). */
    public static void entityTag(Context ctx, long version) {
        ctx.header("ETag", EntityTags.text(Long.toString(version)));
    }

    public static void none(Context ctx) {
        withoutBody(ctx, HttpStatus.NO_CONTENT);
    }

    public static void notModified(Context ctx) {
        withoutBody(ctx, HttpStatus.NOT_MODIFIED);
    }

    private static void withoutBody(Context ctx, HttpStatus status) {
        ctx.status(status);
        ctx.res().setContentType(null);
    }
}
