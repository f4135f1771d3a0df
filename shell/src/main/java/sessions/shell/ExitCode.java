package sessions.shell;

import sessions.domain.error.ErrorCode;
import sessions.domain.error.ServiceFailedException;
import sessions.domain.error.SessionsException;

/** Exit codes of commands. */
public final class ExitCode {

    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int BAD_INPUT = 2;
    public static final int NOT_FOUND = 3;
    public static final int NOT_ALLOWED = 4;
    public static final int CONFLICT = 5;
    public static final int STORE_UNAVAILABLE = 6;

    private ExitCode() {
    }

    /** An unexpected answer is not reported as a missing session, even if its code is {@code NOT_FOUND}. */
    static int of(SessionsException failed) {
        return failed instanceof ServiceFailedException ? FAILED : of(failed.code());
    }

    private static int of(ErrorCode code) {
        return switch (code) {
            case INVALID_DATA, INVALID_JSON, KEY_REUSED, TOO_LARGE -> BAD_INPUT;
            case NOT_FOUND, METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE -> NOT_FOUND;
            case UNAUTHORIZED, FORBIDDEN -> NOT_ALLOWED;
            case SESSION_CLOSED, STALE_VERSION -> CONFLICT;
            case STORE_UNAVAILABLE, SERVICE_UNAVAILABLE, RATE_LIMITED -> STORE_UNAVAILABLE;
            case NOT_SUPPORTED, INTERNAL -> FAILED;
        };
    }
}
