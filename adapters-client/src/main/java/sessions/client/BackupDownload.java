package sessions.client;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import org.jspecify.annotations.Nullable;

/**
 * Streams the archive of a backup to an output. For any other response, it returns the body, which contains an error.
 */
final class BackupDownload implements BodyHandler<byte[]> {

    static final String MEDIA_TYPE = "application/zip";

    private static final int SUCCESS = 200;

    private final OutputStream out;
    private volatile @Nullable IOException writeFailure;

    BackupDownload(OutputStream out) {
        this.out = out;
    }

    @Override
    public BodySubscriber<byte[]> apply(ResponseInfo response) {
        return response.statusCode() == SUCCESS && ServiceResponse.isOf(MEDIA_TYPE, response.headers())
                ? BodySubscribers.mapping(BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(this::write)),
                        nothing -> new byte[0])
                : BodySubscribers.ofByteArray();
    }

    /** @throws IOException if writing to the output failed, which is not a fault of the service */
    void throwIfWriteFailed() throws IOException {
        if (writeFailure != null) {
            throw writeFailure;
        }
    }

    private void write(byte[] part) {
        try {
            out.write(part);
        } catch (IOException failed) {
            writeFailure = failed;
            throw new UncheckedIOException(failed);
        }
    }
}
