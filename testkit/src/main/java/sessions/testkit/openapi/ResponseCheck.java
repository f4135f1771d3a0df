package sessions.testkit.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Finds undocumented parts of a response. */
final class ResponseCheck {

    /** General HTTP headers that need no documentation, and headers of every response. */
    private static final Set<String> GENERAL = Set.of("connection", "content-encoding", "content-length",
            "content-type", "date", "transfer-encoding", "vary", "cache-control", "expires", "pragma", "traceresponse");
    private static final String CORS = "access-control-";

    private final ApiDocument document;
    private final Schemas schemas;

    ResponseCheck(ApiDocument document) {
        this.document = document;
        this.schemas = Schemas.closed(document);
    }

    /** @param responses the documented responses by status */
    List<String> problems(JsonNode responses, HttpExchange exchange) {
        JsonNode documented = document.resolved(responses.path(Integer.toString(exchange.status())));
        if (documented.isMissingNode()) {
            return List.of("status " + exchange.status() + " is not documented");
        }
        List<String> problems = new ArrayList<>();
        JsonNode headers = documented.path("headers");
        headers.forEachEntry((name, header) -> checkHeader(name, document.resolved(header), exchange, problems));
        exchange.response().headers().map().keySet().stream()
                .filter(name -> !isGeneral(name) && headers.propertyNames().stream().noneMatch(name::equalsIgnoreCase))
                .forEach(name -> problems.add("response header " + name + " is not documented"));
        checkBody(documented.path("content"), exchange, problems);
        return problems;
    }

    private static boolean isGeneral(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return GENERAL.contains(name) || name.startsWith(CORS);
    }

    private void checkHeader(String name, JsonNode documented, HttpExchange exchange, List<String> problems) {
        Optional<String> value = exchange.response().header(name);
        if (value.isPresent()) {
            schemas.problemsOfText(documented.path("schema"), value.get())
                    .forEach(problem -> problems.add("response header " + name + ": " + problem));
        } else if (documented.path("required").asBoolean(false)) {
            problems.add("response header " + name + " is missing");
        }
    }

    private void checkBody(JsonNode content, HttpExchange exchange, List<String> problems) {
        HttpExchange.Message response = exchange.response();
        Optional<String> contentType = response.header("Content-Type");
        Optional<JsonNode> mediaType = MediaTypes.find(content, contentType);
        boolean mayHaveBody = !content.isEmpty() && !exchange.method().equals("HEAD");
        boolean mayBeEmpty = mayHaveBody && MediaTypes.isJsonLines(contentType);
        if (response.hasBody() != mayHaveBody && !mayBeEmpty) {
            problems.add(mayHaveBody ? "response body is missing" : "response has a body");
        } else if (mediaType.isEmpty() && (mayHaveBody || contentType.isPresent())) {
            problems.add("response content type is not documented: " + contentType.orElse("none"));
        } else if (mayHaveBody && mediaType.get().has("schema")) {
            checkBody(mediaType.get().path("schema"), contentType, response.body(), problems);
        }
    }

    private void checkBody(JsonNode schema, Optional<String> contentType, String body, List<String> problems) {
        problems(schema, contentType, body).forEach(problem -> problems.add("response body: " + problem));
    }

    private List<String> problems(JsonNode schema, Optional<String> contentType, String body) {
        if (MediaTypes.isJsonLines(contentType)) {
            return schemas.problemsOfJson(schema, body.lines().collect(Collectors.joining(",", "[", "]")));
        }
        return MediaTypes.isJson(contentType)
                ? schemas.problemsOfJson(schema, body)
                : schemas.problemsOfText(schema, body);
    }
}
