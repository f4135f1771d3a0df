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
 * Turns exceptions into error responses: the contract's error or problem details. Faults are logged with their stack
 * trace, outages in one line. The caller gets the correlation id.
 */
public final class ErrorResponses {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);

    private static final String FAILED = "A request failed";

    /** Methods that the contract's {@code Allow} header does not list. */
    private static final Set<String> UNLISTED = Set.of("HEAD", "OPTIONS");

    private ErrorResponses() {
    }

    /**
     * Registers the error responses.
     *
     * @param documented whether the service serves {@code /docs}
     */
    public static void register(JavalinConfig config, boolean documented) {
        config.routes.exception(SessionsException.class, ErrorResponses::rejected);
        config.routes.exception(PreconditionFailedException.class, ErrorResponses::preconditionFailed);
        config.routes.exception(SessionNotFoundException.class, ErrorResponses::sessionMissing);
        config.routes.exception(RequestRejectedException.class,
                (rejected, ctx) -> send(ctx, rejected.code(), rejected.explanation()));
        config.routes.exception(NotFoundResponse.class, (_, ctx) -> noRoute(ctx, documented));
        config.routes.exception(MethodNotAllowedResponse.class, ErrorResponses::methodNotAllowed);
        config.routes.exception(HttpResponseException.class, ErrorResponses::failed);
        config.routes.exception(Exception.class, ErrorResponses::failed);
        config.routes.error(HttpStatus.REQUEST_TIMEOUT.getCode(), ErrorResponses::timedOut);
    }

    /**
     * Wraps a handler: JVM errors, such as a stack overflow, get the same response as any other fault. Javalin would
     * answer them without a body.
     */
    public static Handler catching(Handler handler) {
        return ctx -> {
            try {
                handler.handle(ctx);
            } catch (Error error) {
                throw new IllegalStateException("the JVM failed", error);
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

    /** Callers who try the root look for a way in; the contract returns 404. */
    private static void noRoute(Context ctx, boolean documented) {
        String hint = documented ? ". See /docs and /health/ready" : ". See /health/ready";
        send(ctx, ErrorCode.NOT_FOUND, "There is no such route" + (ctx.path().equals("/") ? hint : ""));
    }

    private static void methodNotAllowed(MethodNotAllowedResponse rejected, Context ctx) {
        Set<String> unlisted = ErrorBody.isOfResource(ctx.path()) ? Set.of("OPTIONS") : UNLISTED;
        String allowed = rejected.getDetails().values().stream().flatMap(methods -> Arrays.stream(methods.split(", ")))
                .filter(method -> !unlisted.contains(method)).collect(Collectors.joining(", "));
        ctx.header("Allow", allowed);
        send(ctx, ErrorCode.METHOD_NOT_ALLOWED, "The method is not allowed here; allowed: " + allowed);
    }

    private static void timedOut(Context ctx) {
        ErrorJson error = ErrorJson.of(ErrorCode.INVALID_DATA, "The body did not arrive in time", Map.of(),
                RequestScope.correlationId(ctx));
        send(ctx, error.withStatus(HttpStatus.REQUEST_TIMEOUT.getCode()));
    }

    private static void failed(Exception failed, Context ctx) {
        if (failed instanceof HttpException invalid && HttpStatus.forStatus(invalid.getCode()).isClientError()) {
            send(ctx, ErrorCode.INVALID_DATA, "The request is not valid HTTP");
            return;
        }
        FailureLog.log(LOG, FAILED, failed);
        send(ctx, ErrorJson.of(failed, RequestScope.correlationId(ctx)));
    }

    private static void send(Context ctx, ErrorCode code, String message) {
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
