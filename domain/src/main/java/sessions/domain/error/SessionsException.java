package sessions.domain.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An operation that the service rejects or that fails. The message is for the caller: it names the problem and contains
 * no internals.
 */
public abstract sealed class SessionsException extends RuntimeException
        permits InvalidDataException, InvalidJsonException, ContentTooLargeException, KeyReusedException,
        NotSupportedException, SessionClosedException, StaleVersionException, UnauthorizedException,
        RateLimitedException, StoreUnavailableException,
        StoreFailedException, ServiceUnavailableException, ServiceFailedException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** Declared as this class because not every map is serializable. */
    private final LinkedHashMap<String, String> details;

    SessionsException(ErrorCode code, String message, @Nullable Throwable cause) {
        this(code, message, Map.of(), cause);
    }

    SessionsException(ErrorCode code, String message, Map<String, String> details, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.details = new LinkedHashMap<>(details);
    }

    /** Returns the message, which is never null, unlike that of other exceptions. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public ErrorCode code() {
        return code;
    }

    /** Returns details by name, for programs; unmodifiable, may be empty. */
    public Map<String, String> details() {
        return Collections.unmodifiableMap(details);
    }
}
