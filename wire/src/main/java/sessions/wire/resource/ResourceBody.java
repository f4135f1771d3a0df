package sessions.wire.resource;

import java.util.List;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;
import sessions.domain.model.Json;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.JsonDocument;

/** Bodies of requests to resources. Stricter than arguments of commands: nothing is ignored. */
public final class ResourceBody {

    private ResourceBody() {
    }

    /**
     * Reads a body that is content: any JSON value except null, as in the contract.
     *
     * @param name the content's name, for the error
     * @throws InvalidDataException if it is null
     * @throws sessions.domain.error.InvalidJsonException if it is not JSON
     */
    public static Json content(byte[] body, String name) {
        Json content = JsonDocument.read(body);
        if (content.isNull()) {
            throw new InvalidDataException(List.of(new Violation(name, "must not be null")));
        }
        return content;
    }

    /**
     * Checks that a body is empty or an object without members.
     *
     * @throws InvalidDataException if it has members
     * @throws sessions.domain.error.InvalidJsonException if it is not JSON
     */
    public static void requireNoMembers(byte[] body) {
        if (body.length > 0) {
            ArgumentReader members = ArgumentReader.ofObject(body);
            members.rejectUnknown();
            members.throwIfInvalid();
        }
    }
}
