package sessions.rest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;

/** Writes answers: JSON without a charset parameter, as the contract has it, or none, then without a content type. */
final class Answers {

    static final String JSON = "application/json";

    /** For answers of which no cache may keep anything. */
    static final String NOT_CACHED = "no-cache, no-store, must-revalidate";

    static final String RETRY_AFTER = "Retry-After";

    /** What it says where the service or its store is away: neither takes long to come back. */
    static final String RETRY_AFTER_SECONDS = "1";

    private Answers() {
    }

    static void json(Context ctx, int status, String body) {
        text(ctx, status, JSON, body);
    }

    static void text(Context ctx, int status, String mediaType, String body) {
        ctx.status(status).contentType(mediaType).result(body.getBytes(StandardCharsets.UTF_8));
    }

    /** The session's version as an entity tag (RFC 9110, 8.8.3). */
    static void entityTag(Context ctx, long version) {
        ctx.header("ETag", EntityTags.text(Long.toString(version)));
    }

    static void none(Context ctx) {
        withoutBody(ctx, HttpStatus.NO_CONTENT);
    }

    static void notModified(Context ctx) {
        withoutBody(ctx, HttpStatus.NOT_MODIFIED);
    }

    private static void withoutBody(Context ctx, HttpStatus status) {
        ctx.status(status);
        ctx.res().setContentType(null);
    }
}
