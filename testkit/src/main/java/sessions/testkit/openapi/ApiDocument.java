package sessions.testkit.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An OpenAPI document and its operations. */
public final class ApiDocument {

    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete");
    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode root;
    private final List<PathTemplate> templates;

    private ApiDocument(JsonNode root) {
        this.root = root;
        // According to OpenAPI, paths without parameters take precedence.
        this.templates = root.path("paths").propertyNames().stream().map(PathTemplate::new)
                .sorted(Comparator.comparingLong(PathTemplate::parameterCount)).toList();
    }

    public static ApiDocument parse(String yaml) {
        return new ApiDocument(YAML.readTree(yaml));
    }

    JsonNode root() {
        return root;
    }

    JsonNode components() {
        return root.path("components");
    }

    /** Returns all operations in document order. */
    public Stream<ApiOperation> operations() {
        return root.path("paths").propertyStream().flatMap(path -> path.getValue().propertyStream()
                .filter(method -> METHODS.contains(method.getKey()))
                .map(method -> operation(path.getKey(), path.getValue(), method.getKey(), method.getValue())));
    }

    private ApiOperation operation(String path, JsonNode item, String method, JsonNode operation) {
        return new ApiOperation(operation.path("operationId").stringValue(), method.toUpperCase(Locale.ROOT), path,
                parameters(item, operation), resolved(operation.path("requestBody")).path("content"));
    }

    /**
     * Returns the operation for a request. {@code HEAD} is treated as {@code GET} if it is not documented. Method names
     * are case-sensitive (RFC 9110, 9.1).
     */
    Optional<RequestedOperation> operation(String method, String path) {
        return templates.stream().filter(template -> template.matches(path)).findFirst().flatMap(template -> {
            JsonNode item = root.path("paths").path(template.text());
            return METHODS.stream().filter(name -> name.toUpperCase(Locale.ROOT).equals(method)).findFirst()
                    .map(item::get).or(() -> Optional.ofNullable(method.equals("HEAD") ? item.get("get") : null))
                    .map(operation -> new RequestedOperation(operation, parameters(item, operation),
                            template.values(path),
                            ignoresUnknown(operation)));
        });
    }

    /** Returns the documented responses of paths without an operation. */
    JsonNode responsesOfOtherRoutes(String path) {
        return root.path("x-other-routes").valueStream()
                .filter(entry -> path.startsWith(entry.path("prefix").stringValue())).findFirst()
                .map(entry -> entry.path("responses")).orElse(MissingNode.getInstance());
    }

    /** Returns the node, or the target of its reference within the document. */
    public JsonNode resolved(JsonNode node) {
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
