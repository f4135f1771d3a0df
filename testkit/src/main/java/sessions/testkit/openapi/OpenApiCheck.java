package sessions.testkit.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Validates HTTP exchanges against an OpenAPI document. A response must be completely documented: its status, headers,
 * content type and body without additional fields. An accepted request must conform; a rejected or failed one may be
 * anything. If no operation matches the request, the response must be one of the document's {@code x-other-routes}.
 */
public final class OpenApiCheck {

    private static final String DOCUMENT = "/openapi.yaml";

    private static @Nullable OpenApiCheck ofClassPath;

    private final ApiDocument document;
    private final RequestCheck requests;
    private final ResponseCheck responses;

    private OpenApiCheck(ApiDocument document) {
        this.document = document;
        this.requests = new RequestCheck(document);
        this.responses = new ResponseCheck(document);
    }

    /** Returns a check with a YAML document. */
    public static OpenApiCheck of(String yaml) {
        return new OpenApiCheck(ApiDocument.parse(yaml));
    }

    /** Returns a check with the document {@code /openapi.yaml} on the class path. */
    public static synchronized OpenApiCheck ofClassPath() {
        if (ofClassPath == null) {
            ofClassPath = of(documentOfClassPath());
        }
        return ofClassPath;
    }

    /** Returns the text of the document on the class path. */
    public static String documentOfClassPath() {
        try (InputStream document = OpenApiCheck.class.getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                throw new IllegalStateException(
                        "No " + DOCUMENT + " on the class path to check HTTP exchanges against;"
                                + " it is in adapters-rest");
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Checks one exchange.
     *
     * @throws AssertionError if it is not as documented; the message contains every difference
     */
    public void check(HttpExchange exchange) {
        List<String> problems = problems(exchange);
        if (!problems.isEmpty()) {
            throw new AssertionError("Not as documented: " + String.join("; ", problems) + "\n" + exchange);
        }
    }

    private List<String> problems(HttpExchange exchange) {
        Optional<RequestedOperation> operation = document.operation(exchange.method(), exchange.path());
        if (operation.isPresent()) {
            return problems(operation.get(), exchange);
        }
        if (isGrantedPreflight(exchange)) {
            return preflightProblems(exchange);
        }
        return exchange.isAccepted()
                ? List.of("the route or its method is not documented")
                : responses.problems(document.responsesOfOtherRoutes(exchange.path()), exchange);
    }

    private List<String> problems(RequestedOperation operation, HttpExchange exchange) {
        List<String> problems = new ArrayList<>(responses.problems(operation.node().path("responses"), exchange));
        if (exchange.isAccepted()) {
            problems.addAll(requests.problems(operation, exchange));
        }
        return problems;
    }

    /** Preflights belong to the CORS protocol, not to the API, but may only be granted for documented methods. */
    private static boolean isGrantedPreflight(HttpExchange exchange) {
        return exchange.method().equals("OPTIONS") && exchange.isAccepted()
                && exchange.request().header("Access-Control-Request-Method").isPresent();
    }

    private List<String> preflightProblems(HttpExchange preflight) {
        String method = preflight.request().header("Access-Control-Request-Method").orElseThrow();
        return document.operation(method, preflight.path()).isPresent()
                ? List.of()
                : List.of("a preflight is granted for " + method + ", which is not documented");
    }
}
