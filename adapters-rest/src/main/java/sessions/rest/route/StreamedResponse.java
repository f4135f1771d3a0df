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

/** A response that streams a file of any length. The status and headers are set when the first byte is written. */
final class StreamedResponse extends OutputStream {

    private static final Logger LOG = LoggerFactory.getLogger(StreamedResponse.class);

    private final Context ctx;
    private final String mediaType;
    private final String fileName;
    private @Nullable OutputStream body;
    private boolean disconnected;

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
     * @param fileName the suggested name of the download; must not identify a user
     * @param writer writes the file. If it fails before the first byte, the caller gets the usual error response; if it
     *               fails later, the connection is closed, so that no caller takes a partial file for a complete one
     */
    static void send(Context ctx, String mediaType, String fileName, Writer writer) throws IOException {
        StreamedResponse response = new StreamedResponse(ctx, mediaType, fileName);
        try {
            writer.write(response);
            response.passOn(OutputStream::flush);
        } catch (IOException | RuntimeException failed) {
            if (response.body == null) {
                throw failed;
            }
            response.abort(failed);
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

    /** Writes to the body. Records if the caller has disconnected, which is not a fault of the service. */
    private void passOn(Writer writer) throws IOException {
        OutputStream to = body();
        try {
            writer.write(to);
        } catch (IOException gone) {
            disconnected = true;
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

    /**
     * Closes the connection. The status is already sent, so only an incomplete body can tell the caller of the failure.
     */
    private void abort(Exception failed) {
        if (disconnected) {
            LOG.info("The caller disconnected before the end of {}", fileName);
        } else {
            LOG.warn("Aborted a response before the end of {}", fileName, failed);
        }
        ServletContextRequest.getServletContextRequest(ctx.req()).getConnectionMetaData().getConnection().getEndPoint()
                .close();
    }
}
