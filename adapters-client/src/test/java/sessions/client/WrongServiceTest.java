package sessions.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sessions.client.ScriptedServer.Reply;
import sessions.domain.error.ServiceFailedException;

/** Another service responds at the address: none of its responses is accepted. */
class WrongServiceTest {

    static Reply[] replies() {
        return new Reply[]{Reply.html(200), Reply.html(404), Reply.html(500), Reply.html(302), Reply.html(201),
                Reply.json(200, "{}"), Reply.json(200, "null"), Reply.json(200, "[]"), Reply.json(200, "\"ok\""),
                Reply.json(200, "{\"status\":\"up\",\"data\":[{\"id\":1}]}"), Reply.json(200, ""),
                Reply.json(404, "{\"error\":\"not found\"}"), Reply.json(404, "{\"code\":\"NOT_FOUND\"}")};
    }

    @ParameterizedTest
    @MethodSource("replies")
    void unexpectedResponseIsAFailure(Reply reply) {
        try (ScriptedServer server = ScriptedServer.always(reply);
                SessionsHttpClientV1 client = new SessionsHttpClientV1(ClientSettings.of(server.address()))) {
            for (ClientOperation operation : ClientOperation.all()) {
                assertThat(catchThrowable(() -> operation.call().accept(client))).as(operation.name())
                        .isInstanceOf(ServiceFailedException.class).hasMessageContaining(server.address());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("replies")
    void responseThatIsNotABackupIsNotWritten(Reply reply) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ScriptedServer server = ScriptedServer.always(reply);
                SessionsHttpClientV1 client = new SessionsHttpClientV1(ClientSettings.of(server.address()))) {
            assertThat(catchThrowable(() -> client.admin().backUp("correlation", out)))
                    .isInstanceOf(ServiceFailedException.class).hasMessageContaining(server.address());
        }
        assertThat(out.size()).isZero();
    }

    @Test
    void onlyCommandsMayReturnNoContent() {
        try (ScriptedServer server = ScriptedServer.always(Reply.none());
                SessionsHttpClientV1 client = new SessionsHttpClientV1(ClientSettings.of(server.address()))) {
            List<String> succeeded = ClientOperation.all().stream()
                    .filter(operation -> catchThrowable(() -> operation.call().accept(client)) == null)
                    .map(ClientOperation::name).toList();
            assertThat(succeeded).containsExactlyInAnyOrder("getSessionById", "storeSessionData", "updateSessionUser",
                    "closeSession", "closeExpiredSessions", "deleteSessionById", "getAndTouch",
                    "closeExpiredSessions of admin", "delete");
        }
    }
}
