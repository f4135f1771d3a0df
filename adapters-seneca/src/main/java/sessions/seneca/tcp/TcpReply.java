package sessions.seneca.tcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import sessions.seneca.message.FailureReply;
import sessions.seneca.message.SenecaError;
import sessions.seneca.message.SenecaReply;
import sessions.seneca.message.SuccessReply;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reply as a line of JSON. Its raw members are JSON text, unchanged from the message or the store.
 *
 * @param id the id of the message
 * @param kind always {@code res}
 * @param origin the origin of the message; null if it had none
 * @param sync always true; otherwise the client would drop the reply
 * @param res the result; null if there is none
 * @param error the error; null if there is none
 */
record TcpReply(@JsonRawValue @Nullable String id, String kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonRawValue @Nullable String origin, boolean sync,
        @JsonRawValue @Nullable String res, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SenecaError error) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Returns the reply as a line, including the line break. */
    static byte[] line(TcpMessage message, SenecaReply reply) {
        String result = reply instanceof SuccessReply(String json) ? json : null;
        SenecaError error = reply instanceof FailureReply(var failure) ? SenecaError.of(failure) : null;
        String line = MAPPER
                .writeValueAsString(new TcpReply(message.id(), "res", message.origin(), true, result, error));
        return (onOneLine(line) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /** Replaces line breaks, which content may contain. In JSON they occur only as white space: strings escape them. */
    private static String onOneLine(String json) {
        return json.replace('\n', ' ').replace('\r', ' ');
    }
}
