package sessions.bootstrap.fuzz;

import java.util.List;
import java.util.stream.IntStream;
import sessions.testkit.openapi.ApiDocument;
import sessions.testkit.openapi.ApiOperation;
import tools.jackson.databind.JsonNode;

/**
 * Generates requests. Seed and number determine a request, except for ids, which the service generates.
 *
 * @param operations the operations to use in turn
 * @param key the headers with the caller's API key
 */
record RequestGenerator(long seed, ApiDocument document, List<ApiOperation> operations, KnownValues known,
        List<Header> key) {

    FuzzRequest get(int number) {
        SeededRandom chance = SeededRandom.of(seed + number);
        ApiOperation operation = operations.get(number % operations.size());
        RequestDraft draft = valid(operation, chance);
        faults(chance).forEach(fault -> fault.corrupt(draft, chance));
        return new FuzzRequest(number, operation, draft.method, draft.target(), draft.headers, draft.body());
    }

    private RequestDraft valid(ApiOperation operation, SeededRandom chance) {
        ValidValues values = new ValidValues(document, known, chance);
        RequestDraft draft = new RequestDraft(operation.method(), operation.path());
        draft.headers.addAll(key);
        operation.parametersIn("path").forEach(parameter -> draft.path = draft.path
                .replace("{" + name(parameter) + "}", RequestDraft.encoded(text(values, parameter))));
        operation.parametersIn("query").filter(_ -> chance.oneIn(4))
                .forEach(parameter -> draft.addQuery(name(parameter), text(values, parameter)));
        operation.parametersIn("header").filter(_ -> chance.oneIn(4))
                .forEach(parameter -> draft.setHeader(name(parameter), text(values, parameter).strip()));
        if (!operation.content().isEmpty()) {
            addBody(draft, operation.content(), values, chance);
        }
        return draft;
    }

    private static void addBody(RequestDraft draft, JsonNode content, ValidValues values, SeededRandom chance) {
        String mediaType = chance.pick(List.copyOf(content.propertyNames()));
        draft.setHeader("Content-Type", mediaType.replace("*", "x"));
        draft.json = values.of("", content.get(mediaType).get("schema"));
    }

    /** No mutation for two requests in five, up to three for the others. */
    private static List<Mutation> faults(SeededRandom chance) {
        int count = Math.max(0, chance.below(5) - 1);
        return IntStream.generate(() -> chance.below(Mutation.ALL.size())).limit(count).sorted()
                .mapToObj(Mutation.ALL::get).toList();
    }

    private static String name(JsonNode parameter) {
        return parameter.get("name").stringValue();
    }

    private static String text(ValidValues values, JsonNode parameter) {
        return values.of(name(parameter), parameter.get("schema")).asString();
    }
}
