package sessions.testkit.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds undocumented parts of a request. */
final class RequestCheck {

    /** Methods whose body has no meaning (RFC 9110, 9.3) and is not documented in OpenAPI. */
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE");

    private final ApiDocument document;
    private final Schemas schemas;

    RequestCheck(ApiDocument document) {
        this.document = document;
        this.schemas = Schemas.asDocumented(document);
    }

    List<String> problems(RequestedOperation operation, HttpExchange exchange) {
        List<String> problems = new ArrayList<>();
        operation.parameters().forEach(parameter -> checkParameter(parameter, operation, exchange, problems));
        if (!operation.ignoresUnknown()) {
            exchange.query().forEach((name, values) -> checkQuery(operation, name, values, problems));
        }
        if (!WITHOUT_BODY.contains(exchange.method())) {
            checkBody(document.resolved(operation.node().path("requestBody")), exchange.request(), problems);
        }
        return problems;
    }

    private void checkParameter(JsonNode parameter, RequestedOperation operation, HttpExchange exchange,
            List<String> problems) {
        String name = parameter.path("name").stringValue();
        Optional<String> value = switch (parameter.path("in").stringValue()) {
            case "path" -> Optional.ofNullable(operation.pathValues().get(name));
            case "query" -> Optional.ofNullable(exchange.query().get(name)).map(List::getFirst);
            case "header" -> exchange.request().header(name);
            default -> throw new IllegalArgumentException("parameter " + name + " is in an unsupported place");
        };
        if (value.isPresent()) {
            schemas.problemsOfText(parameter.path("schema"), value.get())
                    .forEach(problem -> problems.add("request parameter " + name + ": " + problem));
        } else if (parameter.path("required").asBoolean(false)) {
            problems.add("request parameter " + name + " is missing");
        }
    }

    private static void checkQuery(RequestedOperation operation, String name, List<String> values,
            List<String> problems) {
        if (operation.parameters().stream().noneMatch(parameter -> isQuery(parameter, name))) {
            problems.add("query parameter " + name + " is not documented");
        }
        if (values.size() > 1) {
            problems.add("query parameter " + name + " is repeated");
        }
    }

    private static boolean isQuery(JsonNode parameter, String name) {
        return parameter.path("in").stringValue().equals("query") && parameter.path("name").stringValue().equals(name);
    }

    private void checkBody(JsonNode documented, HttpExchange.Message request, List<String> problems) {
        if (!request.hasBody()) {
            if (documented.path("required").asBoolean(false)) {
                problems.add("request body is missing");
            }
            return;
        }
        Optional<JsonNode> mediaType = MediaTypes.find(documented.path("content"), request.header("Content-Type"));
        if (mediaType.isEmpty()) {
            problems.add("request content type is not documented: " + request.header("Content-Type"));
        } else {
            schemas.problemsOfJson(mediaType.get().path("schema"), request.body())
                    .forEach(problem -> problems.add("request body: " + problem));
        }
    }
}
