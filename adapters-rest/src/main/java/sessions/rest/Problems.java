package sessions.rest;

import io.javalin.http.HttpStatus;
import sessions.wire.ErrorJson;

/** Errors of the resource API, as problem details (RFC 9457); the other routes speak the contract's form. */
final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String PATHS = "/v2/";

    private Problems() {
    }

    static boolean areSpokenAt(String path) {
        return path.startsWith(PATHS);
    }

    static String of(ErrorJson error) {
        return error.toProblem(HttpStatus.forStatus(error.status()).getMessage());
    }
}
