package sessions.seneca.message;

import java.util.Map;
import sessions.domain.error.ErrorCode;
import sessions.wire.session.ErrorJson;

/** The content type of the body is not JSON. Pages of other origins can send other types without a preflight. */
public final class UnsupportedMediaTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ErrorJson error(String correlationId) {
        return ErrorJson.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                "Content-Type must be application/json, without Content-Encoding", Map.of(), correlationId);
    }
}
