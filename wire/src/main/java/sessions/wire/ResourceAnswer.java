package sessions.wire;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.ClosedBatch;
import sessions.domain.InvalidDataException;
import sessions.domain.SessionCursor;
import sessions.domain.SessionPage;
import sessions.domain.SessionSlice;
import sessions.domain.SessionV1;

/**
 * Reads what {@link ResourceJson} writes, for callers of a service. Members that are unknown here are passed over: the
 * service may be newer.
 *
 * <p>Every method throws {@link InvalidDataException} or {@link sessions.domain.InvalidJsonException} where the body is
 * not such an answer; then it does not come from a service of ours.
 */
public final class ResourceAnswer {

    private ResourceAnswer() {
    }

    /** A session; one that is closed is not sent with its expiry, so that it is taken for expired when it was closed. */
    public static SessionV1 session(byte[] body) {
        return SessionReader.read(object(body));
    }

    /** Part of a list. */
    public static SessionSlice slice(byte[] body) {
        Arguments members = object(body);
        return new SessionSlice(sessions(members), next(members), total(members));
    }

    /** A page in the contract's shape, of sessions as resources. */
    public static SessionPage page(byte[] body) {
        Arguments members = object(body);
        return new SessionPage(total(members), sessions(members));
    }

    /** How many sessions were closed, or would be. */
    public static long closed(byte[] body) {
        Long closed = count(object(body), "closed");
        if (closed == null) {
            throw InvalidDataException.of("closed", "must be there");
        }
        return closed;
    }

    /** One step of closing. */
    public static ClosedBatch step(byte[] body) {
        return new ClosedBatch(Math.toIntExact(closed(body)), next(object(body)));
    }

    private static Arguments object(byte[] body) {
        return Arguments.parseObject(Utf8.decode(body));
    }

    private static List<SessionV1> sessions(Arguments members) {
        Arguments.Value data = members.get("data");
        if (data == null || data.type() != ValueType.ARRAY) {
            throw InvalidDataException.of("data", "must be an array");
        }
        return Arguments.elements(data.text()).stream().map(SessionReader::read).toList();
    }

    private static @Nullable SessionCursor next(Arguments members) {
        Arguments.Value next = members.get("next_cursor");
        return next == null
                ? null
                : Optional.ofNullable(next.string()).flatMap(CursorText::parse)
                        .orElseThrow(() -> InvalidDataException.of("next_cursor", "must be a cursor"));
    }

    private static @Nullable Long total(Arguments members) {
        return count(members, "total");
    }

    private static @Nullable Long count(Arguments members, String name) {
        ArgumentReader reader = new ArgumentReader(members);
        Double count = reader.number(name);
        reader.throwIfInvalid();
        return count == null ? null : count.longValue();
    }
}
