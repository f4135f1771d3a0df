package sessions.wire.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.ClosedBatch;
import sessions.domain.model.CursorPage;
import sessions.domain.model.SessionCursor;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.ResponseReader;

/**
 * Reads the output of {@link ResourceJson}, for clients. Unknown members are ignored, because the service may be newer.
 *
 * <p>Every method throws {@link InvalidDataException} or {@link sessions.domain.error.InvalidJsonException} if the body
 * is not such a response; then it does not come from this service.
 */
public final class ResourceResponse {

    private ResourceResponse() {
    }

    /** Reads a session. A closed session has no expiry in the response; its close time is used instead. */
    public static SessionV1 session(byte[] body) {
        return SessionReader.read(ResponseReader.of(body));
    }

    /** Reads a page of a list. */
    public static CursorPage cursorPage(byte[] body) {
        ResponseReader members = ResponseReader.of(body);
        return new CursorPage(sessions(members), next(members), members.optionalCount("total"));
    }

    /** Reads a page in the contract's form, with sessions as resources. */
    public static SessionPage page(byte[] body) {
        ResponseReader members = ResponseReader.of(body);
        return new SessionPage(members.optionalCount("total"), sessions(members));
    }

    /** Reads the number of sessions that were closed, or would be. */
    public static long closed(byte[] body) {
        return ResponseReader.of(body).count("closed");
    }

    /** Reads the result of closing one batch. */
    public static ClosedBatch batch(byte[] body) {
        ResponseReader members = ResponseReader.of(body);
        return new ClosedBatch(members.smallCount("closed"), next(members));
    }

    private static List<SessionV1> sessions(ResponseReader members) {
        return members.objects("data").stream().map(SessionReader::read).toList();
    }

    private static @Nullable SessionCursor next(ResponseReader members) {
        String next = members.optional("next_cursor", ArgumentReader::text);
        return next == null
                ? null
                : CursorToken.parse(next).orElseThrow(() -> InvalidDataException.of("next_cursor", "must be a cursor"));
    }
}
