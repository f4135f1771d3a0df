package sessions.grpc.call;

import io.grpc.Status;

/**
 * What statuses of gRPC are in HTTP, as google.rpc.Code has it, so that one log can be read for both APIs. What is exhausted is
 * the size of a message, but where a rate notes its own status.
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
