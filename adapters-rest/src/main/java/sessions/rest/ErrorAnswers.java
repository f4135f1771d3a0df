package sessions.rest;

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
import sessions.domain.error.StoreUnavailableException;
import sessions.wire.json.SingleLine;
import sessions.wire.session.ErrorJson;

/**
 * Turns whatever was thrown into an error body, the contract's or a problem. Faults are logged whole, outages
 * in a line; the caller gets the correlation id.
 */
final class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private static final int LONGEST_CAUSE = 255;

    /** Methods that go with others, and that the contract's {@code Allow} does not name. */
    private static final Set<String> IMPLIED = Set.of("HEAD", "OPTIONS");

    private ErrorAnswers() {
    }

    static void register(JavalinConfig config) {
        config.routes.exception(SessionsException.class, ErrorAnswers::refused);
        config.routes.exception(PreconditionFailed.class, ErrorAnswers::preconditionFailed);
        config.routes.exception(SessionMissing.class, ErrorAnswers::sessionMissing);
        config.routes.exception(RequestRefused.class,
                (refused, ctx) -> answer(ctx, refused.code(), refused.explanation()));
        config.routes.exception(NotFoundResponse.class,
                (_, ctx) -> answer(ctx, ErrorCode.NOT_FOUND, "There is no such route"));
        config.routes.exception(MethodNotAllowedResponse.class, ErrorAnswers::methodNotAllowed);
        config.routes.exception(HttpResponseException.class, ErrorAnswers::failed);
        config.routes.exception(Exception.class, ErrorAnswers::failed);
        config.routes.error(HttpStatus.REQUEST_TIMEOUT.getCode(), ErrorAnswers::timedOut);
    }

    /**
     * Makes errors of the Java machine, such as a stack that overflowed, answerable like any fault: by itself the HTTP
     * library would answer them without a body.
     */
    static Handler catching(Handler handler) {
        return ctx -> {
            try {
                handler.handle(ctx);
            } catch (Error broken) {
                throw new IllegalStateException("the Java machine failed", broken);
            }
        };
    }

    private static void refused(SessionsException refused, Context ctx) {
        switch (refused) {
            case StoreUnavailableException unavailable -> unavailable(unavailable);
            case SessionsException other when other.code() == ErrorCode.INTERNAL ->
                LOG.error("{}", other.getMessage(), other);
            // Not the message: it may quote the caller, and thus a session id or content. The caller has it.
            case SessionsException other -> LOG.debug("Refused: {}", other.code());
        }
        if (refused instanceof RateLimitedException limited) {
            ctx.header(Answers.RETRY_AFTER, Long.toString(limited.retryAfterSeconds()));
        }
        send(ctx, ErrorJson.of(refused, RequestScope.correlationId(ctx)));
    }

    /** Without the stack, which is the same for each of the many requests that an outage refuses. */
    private static void unavailable(StoreUnavailableException outage) {
        Throwable cause = outage.getCause();
        LOG.warn("{}{}", outage.getMessage(), cause == null ? "" : ": " + SingleLine.of(cause.toString(), LONGEST_CAUSE));
        LOG.debug("The store is not available", outage);
    }

    private static void preconditionFailed(PreconditionFailed failed, Context ctx) {
        ErrorJson error = ErrorJson.of(ErrorCode.STALE_VERSION, failed.explanation(), failed.details(),
                RequestScope.correlationId(ctx));
        send(ctx, error.withStatus(HttpStatus.PRECONDITION_FAILED.getCode()));
    }

    private static void sessionMissing(SessionMissing missing, Context ctx) {
        send(ctx, ErrorJson.ofMissingSession(missing.explanation(), RequestScope.correlationId(ctx)));
    }

    private static void methodNotAllowed(MethodNotAllowedResponse refused, Context ctx) {
        Set<String> unnamed = Problems.areSpokenAt(ctx.path()) ? Set.of("OPTIONS") : IMPLIED;
        String allowed = refused.getDetails().values().stream().flatMap(methods -> Arrays.stream(methods.split(", ")))
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
        LOG.error("A request failed", failed);
        send(ctx, ErrorJson.of(failed, RequestScope.correlationId(ctx)));
    }

    private static void answer(Context ctx, ErrorCode code, String message) {
        send(ctx, ErrorJson.of(code, message, Map.of(), RequestScope.correlationId(ctx)));
    }

    private static void send(Context ctx, ErrorJson error) {
        if (error.status() == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
            ctx.header(Answers.RETRY_AFTER, Answers.RETRY_AFTER_SECONDS);
        }
        if (Problems.areSpokenAt(ctx.path())) {
            Answers.text(ctx, error.status(), Problems.MEDIA_TYPE, Problems.of(error));
        } else {
            Answers.json(ctx, error.status(), error.toJson());
        }
    }
}
