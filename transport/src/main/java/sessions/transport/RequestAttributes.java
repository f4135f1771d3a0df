package sessions.transport;

/**
 * Names of request attributes for the access log. The parts that serve a request set them. The correlation id is under
 * {@link CorrelationId#NAME}.
 */
public final class RequestAttributes {

    /** The request's route, from a small fixed set; never a path, which may contain a session id. */
    public static final String ROUTE = "sessions.route";

    /** The name of the authenticated caller. */
    public static final String CALLER = "sessions.caller";

    /** The status to log, if the protocol sends an error under another status. */
    public static final String STATUS = "sessions.status";

    /** The id of the request's trace; also its name in the log's diagnostic context. */
    public static final String TRACE_ID = "trace_id";

    private RequestAttributes() {
    }
}
