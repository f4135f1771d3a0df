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
 * A reply as a line. Texts are JSON, as they came or as they are kept.
 *
 * @param id the message's
 * @param kind always {@code res}
 * @param origin the message's, null where it had none
 * @param sync that somebody waits for it; else the client would drop it
 * @param res the result, null for none
 * @param error what went wrong, or null for nothing
 */
record TcpReply(@JsonRawValue @Nullable String id, String kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonRawValue @Nullable String origin, boolean sync,
        @JsonRawValue @Nullable String res, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SenecaError error) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** The line, with its end. */
    static byte[] line(TcpMessage message, SenecaReply reply) {
        String result = reply instanceof SuccessReply(String json) ? json : null;
        SenecaError error = reply instanceof FailureReply(var rejected) ? SenecaError.of(rejected) : null;
        String line = MAPPER
                .writeValueAsString(new TcpReply(message.id(), "res", message.origin(), true, result, error));
        return (onOneLine(line) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /** Content may have been sent over several lines. Within texts ends of lines are escaped, so these are white space. */
    private static String onOneLine(String json) {
        return json.replace('\n', ' ').replace('\r', ' ');
    }
}
