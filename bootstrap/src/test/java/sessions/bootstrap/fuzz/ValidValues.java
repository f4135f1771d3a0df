package sessions.bootstrap.fuzz;

import java.util.List;
import java.util.Optional;
import sessions.testkit.openapi.ApiDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Generates values that conform to the document's schemas. */
final class ValidValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> ANY = List.of("object", "array", "string", "number", "boolean", "null");
    private static final int DEEPEST = 4;

    private final ApiDocument document;
    private final KnownValues known;
    private final SeededRandom chance;

    ValidValues(ApiDocument document, KnownValues known, SeededRandom chance) {
        this.document = document;
        this.known = known;
        this.chance = chance;
    }

    /** @param name the name of the field, which may mean more than the schema says */
    JsonNode of(String name, JsonNode reference) {
        JsonNode schema = document.resolved(reference);
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("allOf")) {
            ObjectNode whole = JSON.objectNode();
            schema.get("allOf").forEach(part -> whole.setAll((ObjectNode) of(name, part)));
            return whole;
        }
        Optional<String> meant = chance.oneIn(16) ? Optional.empty() : known.of(name, chance);
        return meant.isPresent() ? JSON.stringNode(meant.get()) : ofType(type(schema), schema);
    }

    private String type(JsonNode schema) {
        JsonNode types = schema.path("type");
        if (types.isString()) {
            return types.stringValue();
        }
        // If the schema has properties, mostly generate an object.
        return schema.has("properties") && !chance.oneIn(16)
                ? "object"
                : chance.pick(types.isArray() ? types.valueStream().map(JsonNode::stringValue).toList() : ANY);
    }

    private JsonNode ofType(String type, JsonNode schema) {
        return switch (type) {
            case "object" -> schema.has("properties") ? described(schema) : object(schema);
            case "array" -> array(0);
            case "string" -> JSON.stringNode(text(schema));
            case "integer" -> JSON.numberNode(integer(schema));
            case "number" ->
                chance.oneIn(2) ? JSON.numberNode(integer(schema)) : JSON.numberNode(chance.below(99) / 8.0);
            case "boolean" -> JSON.booleanNode(chance.oneIn(2));
            default -> JSON.nullNode();
        };
    }

    private ObjectNode described(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        JsonNode properties = schema.get("properties");
        properties.propertyNames().stream().filter(_ -> chance.oneIn(3)).forEach(name -> add(object, name, properties));
        require(object, schema.path("required"), properties);
        if (schema.has("anyOf")) {
            require(object, chance.pick(schema.get("anyOf").valueStream().toList()).get("required"), properties);
        }
        schema.path("dependentRequired").forEachEntry((name, needed) -> {
            if (object.has(name)) {
                require(object, needed, properties);
            }
        });
        schema.path("dependentSchemas").forEachEntry((name, other) -> {
            if (object.has(name)) {
                other.get("properties").propertyNames()
                        .forEach(changed -> add(object, changed, other.get("properties")));
            }
        });
        return object;
    }

    private void require(ObjectNode object, JsonNode names, JsonNode properties) {
        names.forEach(name -> add(object, name.stringValue(), properties));
    }

    private void add(ObjectNode object, String name, JsonNode properties) {
        object.set(name, of(name, properties.get(name)));
    }

    private JsonNode object(JsonNode schema) {
        return schema.path("maxProperties").asInt(1) == 0 ? JSON.objectNode() : object(0);
    }

    private ObjectNode object(int depth) {
        ObjectNode object = JSON.objectNode();
        for (int left = chance.below(4); left > 0; left--) {
            object.set(Texts.any(chance, 8), anything(depth + 1));
        }
        return object;
    }

    private ArrayNode array(int depth) {
        ArrayNode array = JSON.arrayNode();
        for (int left = chance.below(4); left > 0; left--) {
            array.add(anything(depth + 1));
        }
        return array;
    }

    private JsonNode anything(int depth) {
        String type = chance.pick(ANY);
        boolean deeper = depth < DEEPEST;
        return switch (type) {
            case "object" -> deeper ? object(depth) : JSON.objectNode();
            case "array" -> deeper ? array(depth) : JSON.arrayNode();
            default -> ofType(type, JSON.objectNode());
        };
    }

    private String text(JsonNode schema) {
        List<JsonNode> examples = schema.path("examples").valueStream().toList();
        if (!examples.isEmpty() && (schema.has("pattern") || chance.oneIn(2))) {
            return chance.pick(examples).stringValue();
        }
        int longest = schema.path("maxLength").asInt(40);
        int shortest = Math.max(schema.path("minLength").asInt(0), chance.oneIn(8) ? longest : 0);
        int length = Math.max(shortest, chance.below(Math.min(longest, 20) + 1));
        return schema.has("pattern") ? Texts.plain(chance, length) : Texts.any(chance, length);
    }

    /** Often returns one of the bounds. */
    private long integer(JsonNode schema) {
        long least = schema.path("minimum").asLong(-1000);
        long most = schema.path("maximum").asLong(Math.max(least, 1000));
        return switch (chance.below(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + chance.below((int) Math.min(most - least, 4) + 1);
        };
    }
}
