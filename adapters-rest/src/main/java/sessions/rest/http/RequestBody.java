package sessions.rest.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import sessions.domain.error.ErrorCode;
import sessions.transport.BodyReader;
import sessions.wire.json.SingleLine;

/** Reads request bodies up to the size limit. Their content type must be JSON. */
public final class RequestBody {

    private static final int MAX_SHOWN_LENGTH = 64;

    /** {@code application/json}, or an HTTP token with the suffix {@code +json} (RFC 9110, 5.6.2; RFC 6839, 3.1). */
    private static final Pattern JSON = Pattern.compile("application/([!#$%&'*+.^_`|~0-9a-z-]+\\+)?json");

    private static final String MERGE_PATCH = "application/merge-patch+json";

    /** Types that describe a change of a document, not a document: RFC 7396 and RFC 6902. */
    private static final Set<String> PATCHES = Set.of(MERGE_PATCH, "application/json-patch+json");

    private final BodyReader limit;

    public RequestBody(int maxBytes) {
        limit = new BodyReader(maxBytes);
    }

    /** Returns the bytes of a JSON body; empty if there is no body. */
    public byte[] read(Context ctx) throws IOException {
        byte[] body = readBytes(ctx);
        if (body.length > 0 && !isJson(mediaType(ctx))) {
            throw unsupported("application/json or application/*+json", ctx);
        }
        return body;
    }

    /** Returns the bytes of a merge patch (RFC 7396); empty if there is no body. */
    public byte[] readMergePatch(Context ctx) throws IOException {
        try {
            byte[] body = readBytes(ctx);
            if (!MERGE_PATCH.equals(mediaType(ctx))) {
                throw unsupported(MERGE_PATCH, ctx);
            }
            return body;
        } catch (RequestRejectedException rejected) {
            if (rejected.code() == ErrorCode.UNSUPPORTED_MEDIA_TYPE) {
                ctx.header("Accept-Patch", MERGE_PATCH); // RFC 5789, 2.2
            }
            throw rejected;
        }
    }

    private byte[] readBytes(Context ctx) throws IOException {
        byte[] body = limit.read(ctx.req().getContentLengthLong(), ctx.header("Expect") != null, ctx::bodyInputStream);
        if (body.length > 0) {
            requireNoEncoding(ctx);
        }
        return body;
    }

    private static void requireNoEncoding(Context ctx) {
        String encoding = ctx.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new RequestRejectedException(ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Encoding is not supported");
        }
    }

    private static RequestRejectedException unsupported(String expected, Context ctx) {
        String actual = mediaType(ctx);
        return new RequestRejectedException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be " + expected
                + (actual.isEmpty() ? " but is missing" : " but is " + SingleLine.of(actual, MAX_SHOWN_LENGTH)));
    }

    /** Returns the content type without parameters, in lower case; empty if there is none. */
    private static String mediaType(Context ctx) {
        String contentType = Objects.requireNonNullElse(ctx.header("Content-Type"), "");
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isJson(String mediaType) {
        return JSON.matcher(mediaType).matches() && !PATCHES.contains(mediaType);
    }
}
