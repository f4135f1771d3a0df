package sessions.testkit.openapi;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies schemas so that they reject undeclared properties. A schema that declares properties, itself or through
 * composition, gets {@code unevaluatedProperties: false}; maps and free content stay open. Schemas used in a
 * composition must stay open, because otherwise they would reject the properties of their siblings. Therefore each
 * component exists in a closed and an open form.
 */
final class ClosedSchemas {

    private static final String CLOSED = "#/components/schemas/";
    private static final String OPEN = "#/components/open/";

    /** Keywords whose schemas describe the same value as the schema that contains them. */
    private static final Set<String> COMPOSITION = Set.of("allOf", "anyOf", "oneOf", "if", "then", "else");

    /** Keywords with schemas of members by name, and with schemas of members or elements. */
    private static final Set<String> BY_NAME = Set.of("properties", "patternProperties");
    private static final Set<String> OF_PARTS = Set.of("items", "prefixItems", "additionalProperties");

    private ClosedSchemas() {
    }

    /** Returns a document's components with closed schemas. */
    static JsonNode components(JsonNode components) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.set("schemas", eachValue(components.path("schemas"), ClosedSchemas::closed));
        copy.set("open", eachValue(components.path("schemas"), ClosedSchemas::open));
        return copy;
    }

    static JsonNode closed(JsonNode schema) {
        JsonNode copy = open(schema);
        if (copy instanceof ObjectNode object) {
            if (declaresProperties(object)) {
                object.put("unevaluatedProperties", false);
            } else if (object.has("$ref")) {
                object.put("$ref", object.get("$ref").stringValue().replace(OPEN, CLOSED));
            }
        }
        return copy;
    }

    private static boolean declaresProperties(JsonNode schema) {
        return Stream.concat(BY_NAME.stream(), COMPOSITION.stream()).anyMatch(schema::has);
    }

    /** Returns the same schema with closed members and elements. */
    private static JsonNode open(JsonNode schema) {
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        schema.forEachEntry((keyword, value) -> copy.set(keyword, openKeyword(keyword, value)));
        return copy;
    }

    private static JsonNode openKeyword(String keyword, JsonNode value) {
        if (keyword.equals("$ref")) {
            return JsonNodeFactory.instance.stringNode(value.stringValue().replace(CLOSED, OPEN));
        }
        if (COMPOSITION.contains(keyword)) {
            return value.isArray() ? eachElement(value, ClosedSchemas::open) : open(value);
        }
        if (BY_NAME.contains(keyword)) {
            return eachValue(value, ClosedSchemas::closed);
        }
        if (OF_PARTS.contains(keyword)) {
            return value.isArray() ? eachElement(value, ClosedSchemas::closed) : closed(value);
        }
        return value;
    }

    private static ObjectNode eachValue(JsonNode object, UnaryOperator<JsonNode> change) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.forEachEntry((name, value) -> copy.set(name, change.apply(value)));
        return copy;
    }

    private static ArrayNode eachElement(JsonNode array, UnaryOperator<JsonNode> change) {
        return JsonNodeFactory.instance.arrayNode().addAll(array.valueStream().map(change).toList());
    }
}
