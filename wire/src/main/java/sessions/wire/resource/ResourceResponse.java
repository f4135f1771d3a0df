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
 * Reads what {@link ResourceJson} writes, for callers of a service. Members that are unknown here are passed over: the
 * service may be newer.
 *
 * <p>Every method throws {@link InvalidDataException} or {@link sessions.domain.error.InvalidJsonException} where the body is
 * not such an answer; then it does not come from a service of ours.
 */
public final class ResourceResponse {

    private ResourceResponse() {
    }

    /** A session; one that is closed is not sent with its expiry, so that it is taken for expired when it was closed. */
    public static SessionV1 session(byte[] body) {
        return SessionReader.read(ResponseReader.of(body));
    }

    /** Part of a list. */
    public static CursorPage cursorPage(byte[] body) {
        ResponseReader members = ResponseReader.of(body);
        return new CursorPage(sessions(members), next(members), members.optionalCount("total"));
    }

    /** A page in the contract's shape, of sessions as resources. */
    public static SessionPage page(byte[] body) {
        ResponseReader members = ResponseReader.of(body);
        return new SessionPage(members.optionalCount("total"), sessions(members));
    }

    /** How many sessions were closed, or would be. */
    public static long closed(byte[] body) {
        return ResponseReader.of(body).count("closed");
    }

    /** One step of closing. */
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
