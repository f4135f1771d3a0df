package sessions.transport;

/** Values of HTTP response headers that every HTTP API sends. */
public final class ResponseHeaders {

    /** The media type of JSON, without a charset parameter, as in the contract. */
    public static final String JSON = "application/json";

    /** The {@code Cache-Control} of responses that no cache may store. */
    public static final String NOT_CACHED = "no-cache, no-store, must-revalidate";

    /**
     * The {@code Retry-After} of an outage, in seconds. Short, because the service and its store usually recover
     * quickly.
     */
    public static final String RETRY_AFTER_SECONDS = "1";

    private ResponseHeaders() {
    }
}
