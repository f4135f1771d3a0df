package sessions.rest;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import sessions.domain.ErrorCode;
import sessions.wire.OneLine;

/** Reads bodies within the limit, and only those that say they are JSON. */
final class RequestBody {

    /**
     * How much of a body that is too large is still read, so that the caller hears the answer before the connection
     * ends.
     */
    private static final int DRAINED = 16 * 1024 * 1024;

    private static final int LONGEST_SHOWN = 64;

    /** A token of HTTP stands before the suffix (RFC 9110, 5.6.2; RFC 6839, 3.1). */
    private static final Pattern JSON = Pattern.compile("application/([!#$%&'*+.^_`|~0-9a-z-]+\\+)?json");

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final int maxBytes;

    RequestBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The bytes of a JSON body, none for no body. */
    byte[] read(Context ctx) throws IOException {
        byte[] body = readBytes(ctx);
        if (body.length > 0 && !isJson(mediaType(ctx))) {
            throw unsupported("application/json or application/*+json", ctx);
        }
        return body;
    }

    /** The bytes of a body that says it is a merge patch (RFC 7396), none for no body. */
    byte[] readMergePatch(Context ctx) throws IOException {
        try {
            byte[] body = readBytes(ctx);
            if (!MERGE_PATCH.equals(mediaType(ctx))) {
                throw unsupported(MERGE_PATCH, ctx);
            }
            return body;
        } catch (RequestRefused refused) {
            if (refused.code() == ErrorCode.UNSUPPORTED_MEDIA_TYPE) {
                ctx.header("Accept-Patch", MERGE_PATCH); // RFC 5789, 2.2
            }
            throw refused;
        }
    }

    private byte[] readBytes(Context ctx) throws IOException {
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
            requireNoEncoding(ctx);
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

    private static void requireNoEncoding(Context ctx) {
        String encoding = ctx.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new RequestRefused(ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Encoding must be absent: encoded bodies are not taken");
        }
    }

    private static RequestRefused unsupported(String expected, Context ctx) {
        String found = mediaType(ctx);
        return new RequestRefused(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be " + expected
                + (found.isEmpty() ? " but is missing" : " but is " + OneLine.of(found, LONGEST_SHOWN)));
    }

    /** The content type without parameters, in lower case; empty where there is none. */
    private static String mediaType(Context ctx) {
        String contentType = Objects.requireNonNullElse(ctx.header("Content-Type"), "");
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isJson(String mediaType) {
        return JSON.matcher(mediaType).matches();
    }
}
