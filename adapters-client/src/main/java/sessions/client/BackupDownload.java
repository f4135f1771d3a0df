package sessions.client;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import org.jspecify.annotations.Nullable;

/** Passes an archive on as it comes; of anything else it keeps the body, which is an error. */
final class BackupDownload implements BodyHandler<byte[]> {

    static final String MEDIA_TYPE = "application/zip";

    private static final int SUCCESS = 200;

    private final OutputStream out;
    private volatile @Nullable IOException trouble;

    BackupDownload(OutputStream out) {
        this.out = out;
    }

    @Override
    public BodySubscriber<byte[]> apply(ResponseInfo response) {
        return response.statusCode() == SUCCESS && ServiceResponse.isOf(MEDIA_TYPE, response.headers())
                ? BodySubscribers.mapping(BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(this::passOn)),
                        _ -> new byte[0])
                : BodySubscribers.ofByteArray();
    }

    /** @throws IOException where the body could not be passed on, which is no fault of the service */
    void requirePassedOn() throws IOException {
        if (trouble != null) {
            throw trouble;
        }
    }

    private void passOn(byte[] part) {
        try {
            out.write(part);
        } catch (IOException failed) {
            trouble = failed;
            throw new UncheckedIOException(failed);
        }
    }
}
