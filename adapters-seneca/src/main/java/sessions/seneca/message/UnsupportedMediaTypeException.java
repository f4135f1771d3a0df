package sessions.seneca.message;

import java.util.Map;
import sessions.domain.error.ErrorCode;
import sessions.wire.session.ErrorJson;

/** A body that does not say it is JSON, as what pages of other origins may send unasked does not. */
public final class UnsupportedMediaTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ErrorJson error(String correlationId) {
        return ErrorJson.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                "Content-Type must be application/json, without Content-Encoding", Map.of(), correlationId);
    }
}
