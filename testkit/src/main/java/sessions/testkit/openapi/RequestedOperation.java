package sessions.testkit.openapi;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An operation of the document as a request met it.
 *
 * @param parameters those of the path and of the operation, resolved
 * @param pathValues the request's path parameters by name, decoded
 * @param ignoresUnknown whether query parameters that are not documented, and repeated ones, are ignored
 */
record RequestedOperation(JsonNode node, List<JsonNode> parameters, Map<String, String> pathValues,
        boolean ignoresUnknown) {
}
