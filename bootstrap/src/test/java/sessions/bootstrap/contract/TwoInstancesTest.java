package sessions.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sessions.bootstrap.ServiceFixture;
import sessions.testkit.Concurrently;
import sessions.testkit.server.HttpCalls;
import sessions.testkit.server.HttpCalls.Reply;

/** Two instances of the service on one database. */
class TwoInstancesTest {

    private static final int CALLERS = 100;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "MONGODB"})
    void openingRepeatedOnBothOpensOneSession(TestedStore store, @TempDir Path folder) {
        String database = store.newUrl(folder);
        try (ServiceFixture one = ServiceFixture.start(database, InstantSource.system());
                ServiceFixture other = ServiceFixture.start(database, InstantSource.system())) {
            List<Reply> replies = Concurrently.run(CALLERS, i -> () -> open(i % 2 == 0 ? one.calls() : other.calls()));
            assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).as(reply.body()).isEqualTo(201));
            assertThat(replies.stream().map(reply -> reply.header("Location")).distinct()).hasSize(1);
            assertThat(one.calls().get("/v2/users/u/sessions?total=true").body()).contains("\"total\":1");
        }
    }

    private static Reply open(HttpCalls calls) {
        return calls.send("POST", "/v2/sessions", Map.of("Content-Type", "application/json", "Idempotency-Key", "once"),
                "{\"user_id\":\"u\"}".getBytes(StandardCharsets.UTF_8));
    }
}
