package sessions.wire.resource;

import java.util.List;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;
import sessions.domain.model.Json;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.JsonDocument;

/** Bodies of requests to resources, read more strictly than arguments of commands: nothing in them is ignored. */
public final class ResourceBody {

    private ResourceBody() {
    }

    /**
     * Reads a body that is content as a whole: any JSON value but null, as in the contract.
     *
     * @param name what the content is, for the error
     * @throws InvalidDataException where it is null
     * @throws sessions.domain.error.InvalidJsonException where it is no JSON
     */
    public static Json content(byte[] body, String name) {
        Json content = JsonDocument.read(body);
        if (content.isNull()) {
            throw new InvalidDataException(List.of(new Violation(name, "must not be null")));
        }
        return content;
    }

    /**
     * Checks the body of a request that has nothing to say: none, or an object without members.
     *
     * @throws InvalidDataException where it has members
     * @throws sessions.domain.error.InvalidJsonException where it is no JSON
     */
    public static void requireNoMembers(byte[] body) {
        if (body.length > 0) {
            ArgumentReader members = ArgumentReader.ofObject(body);
            members.rejectUnknown();
            members.throwIfInvalid();
        }
    }
}
