package sessions.transport;

/**
 * Names under which the parts of an API that serve one request note what the line of the log about it is to say. The correlation
 * id is noted under {@link CorrelationId#NAME}.
 */
public final class RequestAttributes {

    /** Where the request goes: a route of a small closed set, never a path, which may hold a session id. */
    public static final String ROUTE = "sessions.route";

    /** The name of the caller who was let in. */
    public static final String CALLER = "sessions.caller";

    /** The status of the error, where the protocol has the answer carry another. */
    public static final String STATUS = "sessions.status";

    /** The trace that the request belongs to; also its name in the log's diagnostic context. */
    public static final String TRACE_ID = "trace_id";

    private RequestAttributes() {
    }
}
