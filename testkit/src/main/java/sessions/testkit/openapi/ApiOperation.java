package sessions.testkit.openapi;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An operation as the document has it.
 *
 * @param method of HTTP, in capitals
 * @param path with parameters in braces
 * @param parameters those of the path and of the operation, resolved
 * @param content what the request's body may be, by media type; missing for none
 */
public record ApiOperation(String id, String method, String path, List<JsonNode> parameters, JsonNode content) {

    /**
     * Those that stand in one place of a request.
     *
     * @param place {@code path}, {@code query} or {@code header}
     */
    public Stream<JsonNode> parametersIn(String place) {
        return parameters.stream().filter(parameter -> parameter.get("in").stringValue().equals(place));
    }

    @Override
    public String toString() {
        return id;
    }
}
