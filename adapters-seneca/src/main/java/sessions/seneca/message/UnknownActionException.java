package sessions.seneca.message;

import java.util.Map;
import java.util.Set;
import sessions.domain.error.ErrorCode;
import sessions.wire.session.ErrorJson;

/** A message that no action of the service is for. */
final class UnknownActionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Under which Seneca's own listeners answer such messages. */
    private static final String CODE = "act_not_found";

    private final String explanation;

    /** @param commands those that there are */
    UnknownActionException(Set<String> commands) {
        explanation = "No action is found for the message; expected role:" + SenecaAction.ROLE + ", version:"
                + SenecaAction.VERSION
                + " or none, and as cmd one of " + String.join(", ", commands);
    }

    ErrorJson error(String correlationId) {
        return new ErrorJson(CODE, ErrorCode.NOT_FOUND.status(), ErrorCode.NOT_FOUND.category().label(), explanation,
                CODE, Map.of(), correlationId);
    }
}
