package sessions.testkit.openapi;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A documented operation.
 *
 * @param method the HTTP method in capitals
 * @param path with parameters in braces
 * @param parameters parameters of the path and of the operation, resolved
 * @param content the content of the request body by media type; missing if there is none
 */
public record ApiOperation(String id, String method, String path, List<JsonNode> parameters, JsonNode content) {

    /**
     * Returns the parameters in one part of a request.
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
