package sessions.seneca.message;

import java.util.Map;
import java.util.Set;
import sessions.domain.error.ErrorCode;
import sessions.wire.session.ErrorJson;

/** A message calls none of the service's commands. */
final class UnknownActionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The code that Seneca's own listeners return for such messages. */
    private static final String CODE = "act_not_found";

    private final String explanation;

    /** @param commands the names of all commands */
    UnknownActionException(Set<String> commands) {
        explanation = "No action matches the message; expected role:" + SenecaAction.ROLE + ", version:"
                + SenecaAction.VERSION
                + " or no version, and a cmd of " + String.join(", ", commands);
    }

    ErrorJson error(String correlationId) {
        return new ErrorJson(CODE, ErrorCode.NOT_FOUND.status(), ErrorCode.NOT_FOUND.category().label(), explanation,
                CODE, Map.of(), correlationId);
    }
}
