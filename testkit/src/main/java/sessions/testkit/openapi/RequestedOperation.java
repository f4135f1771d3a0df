package sessions.testkit.openapi;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A documented operation as requested.
 *
 * @param parameters parameters of the path and of the operation, resolved
 * @param pathValues decoded values of the path parameters by name
 * @param ignoresUnknown whether undocumented and repeated query parameters are ignored
 */
record RequestedOperation(JsonNode node, List<JsonNode> parameters, Map<String, String> pathValues,
        boolean ignoresUnknown) {
}
