package sessions.bootstrap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sessions.bootstrap.ServiceFixture;
import sessions.bootstrap.contract.TestKeys;
import sessions.bootstrap.contract.TestedStore;
import sessions.domain.access.Role;
import sessions.testkit.Concurrently;
import sessions.testkit.openapi.ApiDocument;
import sessions.testkit.openapi.ApiOperation;
import sessions.testkit.openapi.OpenApiCheck;
import sessions.testkit.server.HttpCalls;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends thousands of valid and mutated requests to both APIs, generated from the service's OpenAPI document. Only the
 * profile {@code scale} runs this. Use {@code -Dsessions.fuzz.seed=N} for other requests.
 */
class FuzzAtScale {

    private static final long SEED = Long.getLong("sessions.fuzz.seed", 20_261_125);
    private static final int CALLERS = 8;
    private static final int KEPT = 20;
    private static final int SHOWN = 20;
    private static final int LARGE = 1_000_000;

    /** They close sessions of all users, so they run after the kept sessions have been checked. */
    private static final Set<String> SWEEPING = Set.of("closeSessions", "purgeSessions");

    private final TestKeys keys = new TestKeys();
    private final KnownValues known = new KnownValues();
    private final ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();
    private final ResponseCounts tally = new ResponseCounts();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"MEMORY, 20000", "H2, 1000", "POSTGRES, 1000", "FILE, 500", "MONGODB, 500"})
    void everyResponseIsDocumentedAndNoneIsAFailure(TestedStore store, int requests) {
        Map<String, String> key = keys.of(Role.ADMIN);
        try (ServiceFixture service = ServiceFixture.start(store.newUrl(folder), InstantSource.system(), keys.ring(),
                key)) {
            HttpCalls calls = service.calls();
            List<String> kept = IntStream.range(0, KEPT).mapToObj(number -> opened(calls, "kept", number)).toList();
            IntStream.range(0, KEPT).forEach(number -> known.addSession(opened(calls, "42", number)));
            String document = calls.get("/openapi.yaml").body();
            List<ApiOperation> operations = operations(document);
            run(service, document, operations.stream().filter(Predicate.not(FuzzAtScale::isSweeping)).toList(),
                    requests);
            IntStream.range(0, KEPT).forEach(number -> assertThat(session(calls, kept.get(number)))
                    .contains("\"user_id\":\"kept\"", "\"data\":{\"n\":" + number + "}"));
            run(service, document, operations.stream().filter(FuzzAtScale::isSweeping).toList(), requests / 10);
            System.out.printf("Fuzz on %s, seed %d: %s%n", store, SEED, tally);
            assertThat(problems.stream().limit(SHOWN)).as("%d problems", problems.size()).isEmpty();
            if (store == TestedStore.MEMORY) {
                // Only there has each operation run often enough; that store has no backup.
                assertThat(tally.neverServed(operations)).containsExactly("getBackup");
                assertThat(tally.neverRefused(operations)).isEmpty();
            }
            assertThat(calls.get("/heartbeat").status()).isEqualTo(200);
            assertThat(session(calls, opened(calls, "after", 1))).contains("\"data\":{\"n\":1}");
        }
    }

    private static List<ApiOperation> operations(String document) {
        return ApiDocument.parse(document).operations()
                .filter(operation -> operation.path().startsWith("/v1/") || operation.path().startsWith("/v2/"))
                .toList();
    }

    private static boolean isSweeping(ApiOperation operation) {
        return SWEEPING.contains(operation.id());
    }

    private void run(ServiceFixture service, String document, List<ApiOperation> operations, int count) {
        List<Header> key = keys.of(Role.ADMIN).entrySet().stream()
                .map(header -> new Header(header.getKey(), header.getValue())).toList();
        RequestGenerator requests = new RequestGenerator(SEED, ApiDocument.parse(document), operations, known, key);
        ResponseInvariants check = new ResponseInvariants(OpenApiCheck.of(document));
        Concurrently.run(CALLERS, caller -> () -> {
            try (PersistentConnection connection = new PersistentConnection(service.port())) {
                for (int number = caller; number < count; number += CALLERS) {
                    if (number % 8 == 0) {
                        known.addSession(opened(service.calls(), "42", number));
                    }
                    send(requests.get(number), connection, check);
                }
            }
            return caller;
        });
    }

    private void send(FuzzRequest request, PersistentConnection connection, ResponseInvariants check)
            throws IOException {
        try {
            PersistentConnection.Answer answer = connection.send(request);
            tally.count(request, answer.status());
            check.problems(request, answer).forEach(problem -> problems.add(problem + "\nto " + request));
        } catch (SocketException cutOff) {
            // If a body is rejected unread and exceeds the buffers, the caller may not receive the response.
            if (request.body().length() < LARGE) {
                problems.add(cutOff + "\nto " + request);
            }
            connection.reconnect();
        } catch (IOException | RuntimeException failed) {
            problems.add(failed + "\nto " + request);
            connection.reconnect();
        }
    }

    private static String opened(HttpCalls calls, String user, int number) {
        String session = calls.command("open_session", "{\"user_id\":\"" + user + "\",\"data\":{\"n\":" + number + "}}")
                .body();
        return new JsonMapper().readTree(session).get("id").stringValue();
    }

    private static String session(HttpCalls calls, String id) {
        return calls.get("/v2/sessions/" + id).body();
    }
}
