package sessions.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sessions.testkit.Concurrently;
import sessions.testkit.server.HttpCalls.Reply;
import tools.jackson.databind.JsonNode;

/** Callers that share a session do not lose updates. */
class ConcurrentCallersTest extends ResourcesOverHttp {

    private static final int WRITERS = 20;
    private static final int ROUNDS = 4;

    @Test
    void conditionalIncrementsAddUp() {
        JsonNode session = created("{\"user_id\":\"u\",\"data\":0}");
        Concurrently.run(WRITERS, _ -> () -> {
            for (int n = 0; n < ROUNDS; n++) {
                increment(dataOf(session));
            }
            return null;
        });
        assertThat(get(dataOf(session)).body()).isEqualTo(Integer.toString(WRITERS * ROUNDS));
        assertThat(ok(get(path(session))).get("version").intValue()).isEqualTo(1 + WRITERS * ROUNDS);
    }

    private void increment(String data) {
        Reply written;
        do {
            Reply read = get(data);
            String next = Integer.toString(Integer.parseInt(read.body()) + 1);
            written = put(data, next, "If-Match", String.valueOf(read.header("ETag")));
        } while (written.status() == 412);
        assertThat(written.status()).as(written.body()).isEqualTo(200);
    }

    @Test
    void mergedPatchesOfDifferentMembersAllSurvive() {
        JsonNode session = created("{\"user_id\":\"u\"}");
        Concurrently.run(WRITERS, writer -> () -> {
            for (int n = 0; n < ROUNDS; n++) {
                Reply merged;
                do {
                    merged = patch(dataOf(session), "{\"w" + writer + "\":{\"n" + n + "\":" + n + "}}");
                } while (merged.status() == 409);
                assertThat(merged.status()).as(merged.body()).isEqualTo(200);
            }
            return null;
        });
        JsonNode data = ok(get(dataOf(session)));
        assertThat(data.size()).isEqualTo(WRITERS);
        assertThat(data.valueStream()).allSatisfy(member -> assertThat(member.size()).isEqualTo(ROUNDS));
    }

    @Test
    void conditionalCommandsAddUp() {
        JsonNode session = created("{\"user_id\":\"u\",\"data\":0}");
        String id = session.get("id").stringValue();
        Concurrently.run(WRITERS, _ -> () -> {
            Reply written;
            do {
                Reply read = command("get_session_by_id", args(id));
                int next = json(read).get("data").intValue() + 1;
                String version = String.valueOf(read.header("ETag")).replace("\"", "");
                written = command("store_session_data", args(id, "\"data\":" + next, "\"version\":" + version));
            } while (written.status() == 409);
            assertThat(written.status()).as(written.body()).isEqualTo(200);
            return null;
        });
        assertThat(get(dataOf(session)).body()).isEqualTo(Integer.toString(WRITERS));
    }
}
