package sessions.rest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;

/** Writes answers as the contract has them: JSON without a charset parameter, or 204 without a body. */
final class Answers {

    static final String JSON = "application/json";

    private Answers() {
    }

    static void json(Context ctx, int status, String body) {
        ctx.status(status).contentType(JSON).result(body.getBytes(StandardCharsets.UTF_8));
    }

    static void none(Context ctx) {
        ctx.status(HttpStatus.NO_CONTENT);
        ctx.res().setContentType(null);
    }
}
