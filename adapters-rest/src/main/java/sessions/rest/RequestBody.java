package sessions.rest;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sessions.domain.ErrorCode;

/** Reads bodies within the limit, and only those that say they are JSON. */
final class RequestBody {

    /**
     * How much of a body that is too large is still read, so that the caller hears the answer before the connection
     * ends.
     */
    private static final int DRAINED = 16 * 1024 * 1024;

    private final int maxBytes;

    RequestBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The body's bytes, none for no body. */
    byte[] read(Context ctx) throws IOException {
        if (ctx.req().getContentLengthLong() > maxBytes) {
            // Who waits for permission to send the body has not sent it yet; asking for the stream would give
            // permission.
            if (ctx.header("Expect") == null) {
                drain(ctx.bodyInputStream());
            }
            throw tooLarge();
        }
        InputStream input = ctx.bodyInputStream();
        byte[] body = input.readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            drain(input);
            throw tooLarge();
        }
        if (body.length > 0) {
            requireJson(ctx);
        }
        return body;
    }

    private RequestRefused tooLarge() {
        return new RequestRefused(ErrorCode.TOO_LARGE, "The body is larger than " + maxBytes + " bytes");
    }

    private static void drain(InputStream input) throws IOException {
        long left = DRAINED;
        for (long skipped = 1; skipped > 0 && left > 0; left -= skipped) {
            skipped = input.skip(left);
        }
    }

    private static void requireJson(Context ctx) {
        String encoding = ctx.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new RequestRefused(ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Encoding must be absent: encoded bodies are not taken");
        }
        if (!isJson(ctx.header("Content-Type"))) {
            throw new RequestRefused(ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type must be application/json or end in +json");
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int parameters = contentType.indexOf(';');
        String type = (parameters < 0 ? contentType : contentType.substring(0, parameters)).strip()
                .toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.matches("[^/\\s]+/[^/\\s]+\\+json");
    }
}
