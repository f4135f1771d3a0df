package sessions.rest.route;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An answer that is a file and is written as it is made, of any length. It begins with the first byte. */
final class StreamedResponse extends OutputStream {

    private static final Logger LOG = LoggerFactory.getLogger(StreamedResponse.class);

    private final Context ctx;
    private final String mediaType;
    private final String fileName;
    private @Nullable OutputStream body;
    private boolean hungUp;

    private StreamedResponse(Context ctx, String mediaType, String fileName) {
        this.ctx = ctx;
        this.mediaType = mediaType;
        this.fileName = fileName;
    }

    /** Writes the file. */
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Sends a file.
     *
     * @param fileName what to save it as; says nothing of a user
     * @param writer where it fails before it has written anything, that is answered as usual; where it fails later, the
     *               connection is cut off, so that nobody takes a part for the whole
     */
    static void send(Context ctx, String mediaType, String fileName, Writer writer) throws IOException {
        StreamedResponse answer = new StreamedResponse(ctx, mediaType, fileName);
        try {
            writer.write(answer);
            answer.passOn(OutputStream::flush);
        } catch (IOException | RuntimeException failed) {
            if (answer.body == null) {
                throw failed;
            }
            answer.cutOff(failed);
        }
    }

    @Override
    public void write(int octet) throws IOException {
        passOn(to -> to.write(octet));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        passOn(to -> to.write(bytes, offset, length));
    }

    /** Remembers that it was the caller who did not take it, which is no fault of the service. */
    private void passOn(Writer writer) throws IOException {
        OutputStream to = body();
        try {
            writer.write(to);
        } catch (IOException gone) {
            hungUp = true;
            throw gone;
        }
    }

    private OutputStream body() throws IOException {
        if (body == null) {
            ctx.status(HttpStatus.OK).contentType(mediaType);
            ctx.header("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
            body = ctx.method().equals(HandlerType.HEAD)
                    ? OutputStream.nullOutputStream()
                    : ctx.res().getOutputStream();
        }
        return Objects.requireNonNull(body);
    }

    /** An answer that has begun has its status; only the missing end of its body tells the caller. */
    private void cutOff(Exception failed) {
        if (hungUp) {
            LOG.info("The caller hung up before the end of {}", fileName);
        } else {
            LOG.warn("An answer was cut off: {} did not come to its end", fileName, failed);
        }
        ServletContextRequest.getServletContextRequest(ctx.req()).getConnectionMetaData().getConnection().getEndPoint()
                .close();
    }
}
