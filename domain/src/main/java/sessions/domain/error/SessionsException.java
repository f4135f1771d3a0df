package sessions.domain.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the service refuses or fails to do. The message is for the caller: it says what was wrong and holds no
 * internals.
 */
public abstract sealed class SessionsException extends RuntimeException
        permits InvalidDataException, InvalidJsonException, ContentTooLargeException, KeyReusedException,
        NotSupportedException, SessionClosedException, StaleVersionException, UnauthorizedException,
        RateLimitedException, StoreUnavailableException,
        StoreFailedException, ServiceUnavailableException, ServiceFailedException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** Of this class, because not every map goes along where the exception is serialized. */
    private final LinkedHashMap<String, String> details;

    SessionsException(ErrorCode code, String message, @Nullable Throwable cause) {
        this(code, message, Map.of(), cause);
    }

    SessionsException(ErrorCode code, String message, Map<String, String> details, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.details = new LinkedHashMap<>(details);
    }

    /** Never null, unlike that of other exceptions. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public ErrorCode code() {
        return code;
    }

    /** Particulars by name, for programs; may be empty. They do not change. */
    public Map<String, String> details() {
        return Collections.unmodifiableMap(details);
    }
}
