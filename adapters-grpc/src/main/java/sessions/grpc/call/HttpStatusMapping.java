package sessions.grpc.call;

import io.grpc.Status;

/**
 * Maps gRPC statuses to HTTP statuses as google.rpc.Code does, so that the access log is the same for both APIs. One
 * mapping differs: {@code RESOURCE_EXHAUSTED} becomes 413, because here it means that a message is too large. A
 * rejection by a request limit records its own status.
 */
final class HttpStatusMapping {

    private HttpStatusMapping() {
    }

    static int of(Status.Code code) {
        return switch (code) {
            case OK -> 200;
            case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
            case UNAUTHENTICATED -> 401;
            case PERMISSION_DENIED -> 403;
            case NOT_FOUND -> 404;
            case ALREADY_EXISTS, ABORTED -> 409;
            case RESOURCE_EXHAUSTED -> 413;
            case CANCELLED -> 499;
            case UNKNOWN, INTERNAL, DATA_LOSS -> 500;
            case UNIMPLEMENTED -> 501;
            case UNAVAILABLE -> 503;
            case DEADLINE_EXCEEDED -> 504;
        };
    }
}
