package sessions.rest.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.RateLimitedException;
import sessions.domain.error.SessionsException;
import sessions.jetty.ErrorBody;
import sessions.transport.FailureLog;
import sessions.transport.ResponseHeaders;
import sessions.wire.session.ErrorJson;

/**
 * Turns whatever was thrown into an error body, the contract's or a problem. Faults are logged whole, outages
 * in a line; the caller gets the correlation id.
 */
public final class ErrorResponses {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);

    private static final String FAILED = "A request failed";

    /** Methods that go with others, and that the contract's {@code Allow} does not name. */
    private static final Set<String> IMPLIED = Set.of("HEAD", "OPTIONS");

    private ErrorResponses() {
    }

    public static void register(JavalinConfig config) {
        config.routes.exception(SessionsException.class, ErrorResponses::rejected);
        config.routes.exception(PreconditionFailedException.class, ErrorResponses::preconditionFailed);
        config.routes.exception(SessionNotFoundException.class, ErrorResponses::sessionMissing);
        config.routes.exception(RequestRejectedException.class,
                (rejected, ctx) -> answer(ctx, rejected.code(), rejected.explanation()));
        config.routes.exception(NotFoundResponse.class,
                (_, ctx) -> answer(ctx, ErrorCode.NOT_FOUND, "There is no such route"));
        config.routes.exception(MethodNotAllowedResponse.class, ErrorResponses::methodNotAllowed);
        config.routes.exception(HttpResponseException.class, ErrorResponses::failed);
        config.routes.exception(Exception.class, ErrorResponses::failed);
        config.routes.error(HttpStatus.REQUEST_TIMEOUT.getCode(), ErrorResponses::timedOut);
    }

    /**
     * Makes errors of the Java machine, such as a stack that overflowed, answerable like any fault: by itself the HTTP
     * library would answer them without a body.
     */
    public static Handler catching(Handler handler) {
        return ctx -> {
            try {
                handler.handle(ctx);
            } catch (Error broken) {
                throw new IllegalStateException("the Java machine failed", broken);
            }
        };
    }

    private static void rejected(SessionsException rejected, Context ctx) {
        FailureLog.log(LOG, FAILED, rejected);
        if (rejected instanceof RateLimitedException limited) {
            ctx.header(Responses.RETRY_AFTER, Long.toString(limited.retryAfterSeconds()));
        }
        send(ctx, ErrorJson.of(rejected, RequestScope.correlationId(ctx)));
    }

    private static void preconditionFailed(PreconditionFailedException failed, Context ctx) {
        ErrorJson error = ErrorJson.of(ErrorCode.STALE_VERSION, failed.explanation(), failed.details(),
                RequestScope.correlationId(ctx));
        send(ctx, error.withStatus(HttpStatus.PRECONDITION_FAILED.getCode()));
    }

    private static void sessionMissing(SessionNotFoundException missing, Context ctx) {
        send(ctx, ErrorJson.ofMissingSession(missing.explanation(), RequestScope.correlationId(ctx)));
    }

    private static void methodNotAllowed(MethodNotAllowedResponse rejected, Context ctx) {
        Set<String> unnamed = ErrorBody.isOfResource(ctx.path()) ? Set.of("OPTIONS") : IMPLIED;
        String allowed = rejected.getDetails().values().stream().flatMap(methods -> Arrays.stream(methods.split(", ")))
                .filter(method -> !unnamed.contains(method)).collect(Collectors.joining(", "));
        ctx.header("Allow", allowed);
        answer(ctx, ErrorCode.METHOD_NOT_ALLOWED, "The method is not allowed here; allowed: " + allowed);
    }

    private static void timedOut(Context ctx) {
        ErrorJson error = ErrorJson.of(ErrorCode.INVALID_DATA, "The body did not arrive in time", Map.of(),
                RequestScope.correlationId(ctx));
        send(ctx, error.withStatus(HttpStatus.REQUEST_TIMEOUT.getCode()));
    }

    private static void failed(Exception failed, Context ctx) {
        if (failed instanceof HttpException broken && HttpStatus.forStatus(broken.getCode()).isClientError()) {
            answer(ctx, ErrorCode.INVALID_DATA, "The request is not valid HTTP");
            return;
        }
        FailureLog.log(LOG, FAILED, failed);
        send(ctx, ErrorJson.of(failed, RequestScope.correlationId(ctx)));
    }

    private static void answer(Context ctx, ErrorCode code, String message) {
        send(ctx, ErrorJson.of(code, message, Map.of(), RequestScope.correlationId(ctx)));
    }

    private static void send(Context ctx, ErrorJson error) {
        if (error.status() == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
            ctx.header(Responses.RETRY_AFTER, ResponseHeaders.RETRY_AFTER_SECONDS);
        }
        ErrorBody body = ErrorBody.of(ctx.path(), error);
        Responses.text(ctx, error.status(), body.mediaType(), body.text());
    }
}
