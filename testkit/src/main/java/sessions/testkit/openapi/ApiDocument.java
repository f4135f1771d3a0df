package sessions.testkit.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An OpenAPI document and what it says about a route. */
final class ApiDocument {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode root;
    private final List<PathTemplate> templates;

    private ApiDocument(JsonNode root) {
        this.root = root;
        // As OpenAPI has it, a path without parameters goes before one with.
        this.templates = root.path("paths").propertyNames().stream().map(PathTemplate::new)
                .sorted(Comparator.comparingLong(PathTemplate::parameterCount)).toList();
    }

    static ApiDocument parse(String yaml) {
        return new ApiDocument(YAML.readTree(yaml));
    }

    JsonNode root() {
        return root;
    }

    JsonNode components() {
        return root.path("components");
    }

    /** The operation that a request meets. */
    Optional<Operation> operation(String method, String path) {
        return templates.stream().filter(template -> template.matches(path)).findFirst().flatMap(template -> {
            JsonNode item = root.path("paths").path(template.text());
            return Optional.ofNullable(item.get(method.toLowerCase(Locale.ROOT)))
                    .map(operation -> new Operation(operation, parameters(item, operation), template.values(path),
                            ignoresUnknown(operation)));
        });
    }

    /** The answers where no operation is met. */
    JsonNode answersElsewhere(String path) {
        return root.path("x-other-routes").valueStream()
                .filter(entry -> path.startsWith(entry.path("prefix").stringValue())).findFirst()
                .map(entry -> entry.path("responses")).orElse(MissingNode.getInstance());
    }

    /** The node itself, or what it refers to within the document. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isString() ? resolved(root.at(reference.stringValue().substring(1))) : node;
    }

    private List<JsonNode> parameters(JsonNode item, JsonNode operation) {
        List<JsonNode> parameters = new ArrayList<>();
        Stream.of(item, operation).flatMap(holder -> holder.path("parameters").valueStream())
                .forEach(parameter -> parameters.add(resolved(parameter)));
        return parameters;
    }

    private boolean ignoresUnknown(JsonNode operation) {
        String key = "x-unknown-query-parameters";
        return operation.path(key).asString(root.path(key).asString("refused")).equals("ignored");
    }
}
