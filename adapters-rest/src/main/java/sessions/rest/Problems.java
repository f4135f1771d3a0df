package sessions.rest;

import io.javalin.http.HttpStatus;
import sessions.wire.session.ErrorJson;

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
        return error.toProblem(title(error.status()));
    }

    /** The status phrase of RFC 9110; of one the HTTP library has its own. */
    private static String title(int status) {
        HttpStatus known = HttpStatus.forStatus(status);
        return known == HttpStatus.INTERNAL_SERVER_ERROR ? "Internal Server Error" : known.getMessage();
    }
}
