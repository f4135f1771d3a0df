package sessions.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import sessions.bootstrap.ServiceFixture;
import sessions.domain.access.Role;
import sessions.testkit.server.HttpCalls;
import sessions.testkit.server.HttpCalls.Reply;
import tools.jackson.databind.JsonNode;

/** Calls every documented route with every kind of key. A new route needs a line in {@link RouteAccess}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleMatrixTest {

    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete");

    private final TestKeys keys = new TestKeys();
    private ServiceFixture service;

    @BeforeAll
    void start(@TempDir Path folder) {
        service = ServiceFixture.start(TestedStore.H2.newUrl(folder), InstantSource.system(), keys.ring(), Map.of());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRouteWithEveryRole() {
        JsonNode paths = RecordedExchange.json(service.calls().get("/openapi.json").body()).get("paths");
        return paths.propertyStream().flatMap(path -> path.getValue().propertyStream()
                .filter(method -> METHODS.contains(method.getKey()))
                .map(method -> DynamicTest.dynamicTest(method.getKey() + " " + path.getKey(),
                        () -> check(method.getKey().toUpperCase(Locale.ROOT), path.getKey(),
                                RouteAccess.of(method.getValue().get("operationId").stringValue())))));
    }

    private void check(String method, String path, RouteAccess route) {
        int withoutKey = route.least() == null ? 0 : 401;
        assertAnswer(withoutKey, method, path, route, Map.of());
        assertAnswer(withoutKey, method, path, route, Map.of("Authorization", "Bearer sessions_wrong"));
        assertAnswer(withoutKey, method, path, route, keys.expired());
        for (Role role : Role.values()) {
            assertAnswer(route.rejection(role), method, path, route, keys.of(role));
        }
    }

    /** @param rejection the expected status, or 0 for success */
    private void assertAnswer(int rejection, String method, String path, RouteAccess route,
            Map<String, String> headers) {
        String id = opened();
        Map<String, String> all = new HashMap<>(headers);
        String body = route.body().replace("ID", id);
        if (!body.isEmpty()) {
            all.put("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        String target = path.replace("{id}", id).replace("{user_id}", "42").replace("{file}", "start.js");
        Reply reply = service.calls().send(method, target, all, body.getBytes(StandardCharsets.UTF_8));
        if (rejection == 0) {
            assertThat(reply.status()).as(reply.body()).isBetween(200, 399);
        } else {
            assertThat(reply.status()).as(reply.body()).isEqualTo(rejection);
            assertThat(reply.body()).doesNotContain(id);
        }
    }

    @Test
    void writerListsOnlyTheSessionsOfOneUser() {
        HttpCalls calls = service.calls();
        Map<String, String> writer = keys.of(Role.WRITER);
        byte[] none = new byte[0];
        assertThat(calls.send("GET", "/v2/sessions?user_id=42", writer, none).status()).isEqualTo(200);
        assertThat(calls.send("GET", "/v2/sessions?active=true", writer, none).status()).isEqualTo(403);
        assertThat(command("{\"filter\":{\"user_id\":\"42\"}}", writer).status()).isEqualTo(200);
        Reply rejected = command("{\"filter\":{\"active\":true}}", writer);
        assertThat(rejected.status()).isEqualTo(403);
        assertThat(rejected.body()).contains("The role admin is needed to list sessions of all users;"
                + " the key has the role writer");
        assertThat(command("{\"filter\":{\"user_id\":\"42\"}}", keys.of(Role.READER)).status()).isEqualTo(403);
    }

    private Reply command(String arguments, Map<String, String> key) {
        Map<String, String> headers = new HashMap<>(key);
        headers.put("Content-Type", "application/json");
        return service.calls().send("POST", "/v1/sessions/get_sessions", headers,
                arguments.getBytes(StandardCharsets.UTF_8));
    }

    private String opened() {
        Map<String, String> headers = new HashMap<>(keys.of(Role.ADMIN));
        headers.put("Content-Type", "application/json");
        Reply reply = service.calls().send("POST", "/v2/sessions", headers,
                "{\"user_id\":\"42\"}".getBytes(StandardCharsets.UTF_8));
        return RecordedExchange.json(reply.body()).get("id").stringValue();
    }
}
