package sessions.testkit.openapi;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Validates the examples of an OpenAPI document against their schemas. */
public final class DocumentedExamples {

    private final ApiDocument document;
    private final Schemas schemas;
    private final List<String> problems = new ArrayList<>();

    private DocumentedExamples(ApiDocument document) {
        this.document = document;
        this.schemas = Schemas.closed(document);
    }

    /**
     * Returns the problems of a document's examples. Undeclared fields are problems in responses, parameters and
     * bodies.
     */
    public static List<String> problems(String yaml) {
        ApiDocument document = ApiDocument.parse(yaml);
        DocumentedExamples examples = new DocumentedExamples(document);
        examples.walk(document.root(), "");
        return examples.problems;
    }

    private void walk(JsonNode node, String place) {
        JsonNode examples = node.path("examples");
        if (examples.isArray()) {
            examples.values().forEach(example -> check(node, example, place));
        } else if (node.has("schema")) {
            examples.forEachEntry((name, example) -> check(node.path("schema"),
                    document.resolved(example).path("value"), place + "/" + name));
        }
        node.forEachEntry((name, child) -> walk(child, place + "/" + name));
        node.valueStream().filter(_ -> node.isArray()).forEach(child -> walk(child, place + "/…"));
    }

    private void check(JsonNode schema, JsonNode value, String place) {
        schemas.problems(schema, value).forEach(problem -> problems.add(place + ": " + problem));
    }
}
