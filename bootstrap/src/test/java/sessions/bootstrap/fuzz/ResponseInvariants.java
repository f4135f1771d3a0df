package sessions.bootstrap.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import sessions.testkit.openapi.HttpExchange;
import sessions.testkit.openapi.HttpExchange.Message;
import sessions.testkit.openapi.OpenApiCheck;

/** Invariants of every response. */
record ResponseInvariants(OpenApiCheck documented) {

    /** Words that would reveal the implementation. */
    private static final Pattern INTERNALS = Pattern
            .compile("at sessions\\.|Exception|\\bError:|\\borg\\.|\\bjava\\.|\\bio\\.|\\bcom\\.|jetty|javalin|jackson",
                    Pattern.CASE_INSENSITIVE);

    /** Returns the problems of a response; empty if there are none. */
    List<String> problems(FuzzRequest request, PersistentConnection.Answer answer) {
        List<String> problems = new ArrayList<>();
        String body = answer.message().body();
        if (answer.status() >= 400 && INTERNALS.matcher(body).find()) {
            problems.add("the response reveals the implementation");
        }
        if (answer.status() >= 500 && !isDeliberate(answer.status(), answer.message())) {
            problems.add("the service failed");
        }
        try {
            documented.check(new HttpExchange(request.method(), request.target(), request.message(), answer.status(),
                    answer.message()));
        } catch (AssertionError otherwise) {
            problems.add(String.valueOf(otherwise.getMessage()));
        }
        return problems;
    }

    /** The service is busy and says when to retry, or the store has no backup. */
    private static boolean isDeliberate(int status, Message answer) {
        return switch (status) {
            case 503 ->
                answer.body().contains("_UNAVAILABLE\"") && answer.headers().firstValue("Retry-After").isPresent();
            case 501 -> answer.body().contains("\"NOT_SUPPORTED\"");
            default -> false;
        };
    }
}
