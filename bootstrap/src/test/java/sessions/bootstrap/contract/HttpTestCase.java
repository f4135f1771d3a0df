package sessions.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import sessions.bootstrap.ServiceFixture;
import sessions.testkit.server.HttpCalls;
import sessions.testkit.store.StoreLimitation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Base of tests that call a running service on each store. */
@ParameterizedClass
@EnumSource(TestedStore.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HttpTestCase {

    private static final JsonMapper JSON = new JsonMapper();

    @Parameter
    private TestedStore store = TestedStore.MEMORY;

    private @Nullable ServiceFixture service;

    /** @param folder the folder for stores in files */
    @BeforeParameterizedClassInvocation
    void start(TestedStore tested, @TempDir Path folder) {
        service = ServiceFixture.start(tested.newUrl(folder), InstantSource.system());
    }

    @AfterParameterizedClassInvocation
    void stop() {
        service().close();
    }

    private ServiceFixture service() {
        return Objects.requireNonNull(service, "started before the first test");
    }

    /** Whether the store lacks a capability. */
    final boolean has(StoreLimitation limitation) {
        return store.limitations().contains(limitation);
    }

    final HttpCalls calls() {
        return service().calls();
    }

    final HttpCalls.Reply command(String name, String arguments) {
        return calls().command(name, arguments);
    }

    /** Calls a command that must succeed and returns the response. */
    final JsonNode ok(String name, String arguments) {
        HttpCalls.Reply reply = command(name, arguments);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return json(reply);
    }

    /** Opens a session and returns its id. */
    final String open(String arguments) {
        return ok("open_session", arguments).get("id").stringValue();
    }

    /** Returns arguments for a session: its id and further JSON members. */
    static String args(String id, String... members) {
        StringBuilder arguments = new StringBuilder("{\"session_id\":\"" + id + '"');
        for (String member : members) {
            arguments.append(',').append(member);
        }
        return arguments.append('}').toString();
    }

    /** Checks that a response is an error with a code and, unless empty, a field; returns the error. */
    static JsonNode rejected(HttpCalls.Reply reply, int status, String code, String field) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        JsonNode error = json(reply);
        assertThat(error.get("code").stringValue()).isEqualTo(code);
        assertThat(error.get("name").stringValue()).isEqualTo(code);
        assertThat(error.get("status").intValue()).isEqualTo(status);
        assertThat(error.get("message").stringValue()).contains(field);
        assertThat(error.path("correlation_id").asString()).isNotEmpty().isEqualTo(reply.header("X-Correlation-Id"));
        assertThat(field.isEmpty() || error.get("details").has(field)).as(reply.body()).isTrue();
        return error;
    }

    static JsonNode json(HttpCalls.Reply reply) {
        return JSON.readTree(reply.body());
    }
}
