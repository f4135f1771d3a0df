package sessions.grpc.call;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import sessions.domain.access.Authenticator;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.SessionsException;
import sessions.transport.CorrelationId;

/**
 * Requires an API key for methods whose replies cannot carry the contract's error: the error becomes the call's status.
 */
public record ApiKeyInterceptor(Authenticator authenticator) implements ServerInterceptor {

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
            ServerCallHandler<Q, A> next) {
        CallRecord record = CallRecord.current();
        record.recordCorrelationId(CorrelationId.random().text());
        try {
            record.recordCaller(
                    authenticator.authenticate(record.correlationId(), record.key(), record.address()).name());
        } catch (SessionsException rejected) {
            record.recordError(rejected.code().status());
            call.close(status(rejected.code()).withDescription(rejected.getMessage()), new Metadata());
            return new ServerCall.Listener<>() {
            };
        }
        return next.startCall(call, headers);
    }

    private static Status status(ErrorCode code) {
        return switch (code) {
            case UNAUTHORIZED -> Status.UNAUTHENTICATED;
            case RATE_LIMITED -> Status.RESOURCE_EXHAUSTED;
            default -> Status.INVALID_ARGUMENT;
        };
    }
}
