package sessions.testkit.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Validates values against schemas of the document, which are JSON Schema 2020-12 in OpenAPI 3.1. */
final class Schemas {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(Dialects.getOpenApi31(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).locale(Locale.ROOT).build()));

    /** Accepts everything that the service accepts: numbers and names of any length, and deeply nested content. */
    private static final JsonMapper JSON = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(Integer.MAX_VALUE)
                            .maxNumberLength(Integer.MAX_VALUE).maxStringLength(Integer.MAX_VALUE).build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final JsonNode components;
    private final UnaryOperator<JsonNode> preparation;
    private final Map<JsonNode, Schema> compiled = Collections.synchronizedMap(new IdentityHashMap<>());

    private Schemas(JsonNode components, UnaryOperator<JsonNode> preparation) {
        this.components = components;
        this.preparation = preparation;
    }

    /** Returns the schemas as documented. */
    static Schemas asDocumented(ApiDocument document) {
        return new Schemas(document.components(), JsonNode::deepCopy);
    }

    /** Returns the schemas in a form that rejects undeclared properties. */
    static Schemas closed(ApiDocument document) {
        return new Schemas(ClosedSchemas.components(document.components()), ClosedSchemas::closed);
    }

    /** Returns the problems of a JSON text. */
    List<String> problemsOfJson(JsonNode schema, String json) {
        try {
            return problems(schema, JSON.readTree(json));
        } catch (JacksonException malformed) {
            return List.of("is not JSON: " + malformed.getOriginalMessage());
        } catch (NumberFormatException tooLarge) {
            return List.of(); // a number whose exponent no Java type can hold cannot be validated
        }
    }

    /** Returns the problems of a text that represents a value: of a header, a parameter, or a body that is not JSON. */
    List<String> problemsOfText(JsonNode schema, String text) {
        List<String> asText = problems(schema, JsonNodeFactory.instance.stringNode(text));
        return asText.isEmpty() || problemsOfJson(schema, text).isEmpty() ? List.of() : asText;
    }

    List<String> problems(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream().map(Error::toString).toList();
    }

    /** Adds the components, to which the schema refers. */
    private Schema compile(JsonNode schema) {
        JsonNode whole = preparation.apply(schema);
        if (whole instanceof ObjectNode object) {
            object.set("components", components);
        }
        return REGISTRY.getSchema(whole);
    }
}
