package sessions.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.client.ScriptedServer.Reply;
import sessions.domain.error.SessionClosedException;
import sessions.domain.error.StaleVersionException;
import sessions.domain.model.Json;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.testkit.Concurrently;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.wire.resource.ResourceJson;

/** Optimistic locking: no update of data is lost. */
class UpdateTest {

    private final SettableClock clock = new SettableClock(Fixtures.NOON);
    private final LocalService service = LocalService.start(clock);
    private final SessionsHttpClientV1 client = service.client();

    @AfterEach
    void close() {
        client.close();
        service.close();
    }

    @Test
    void dataIsReadChangedAndStored() {
        String id = open();
        assertThat(client.update(id, UpdateTest::oneMore).orElseThrow().data()).isEqualTo(new Json("1"));
        SessionV1 second = client.update("c-1", id, UpdateTest::oneMore).orElseThrow();
        assertThat(second.data()).isEqualTo(new Json("2"));
        assertThat(client.getSessionById("", id)).contains(second);
    }

    @Test
    void conflictingChangeStartsTheUpdateAgain() {
        String id = open();
        List<String> received = new ArrayList<>();
        SessionV1 updated = client.update(id, data -> {
            if (received.isEmpty()) {
                assertThat(client.storeSessionData("", id, new Json("40"))).isPresent();
            }
            received.add(String.valueOf(data == null ? null : data.text()));
            return oneMore(data);
        }).orElseThrow();
        assertThat(received).containsExactly("null", "40");
        assertThat(updated.data()).isEqualTo(new Json("41"));
    }

    @Test
    void concurrentUpdatesAreNotLost() {
        String id = open();
        int threads = 30;
        Concurrently.run(threads, _ -> () -> client.update(id, UpdateTest::oneMore));
        assertThat(client.getSessionById("", id).orElseThrow().data()).isEqualTo(new Json(Integer.toString(threads)));
    }

    @Test
    void updateGivesUpAfterTooManyConflicts() {
        SessionV1 session = Fixtures.session("u", Fixtures.NOON);
        try (ScriptedServer server = ScriptedServer.start((request, _) -> request.method().equals("GET")
                ? Reply.json(200, ResourceJson.of(session))
                : Reply.html(412));
                SessionsHttpClientV1 conflicting = new SessionsHttpClientV1(ClientSettings.of(server.address()))) {
            assertThatExceptionOfType(StaleVersionException.class)
                    .isThrownBy(() -> conflicting.update(session.id().value(), data -> Objects.requireNonNull(data)));
            assertThat(server.requests()).hasSize(2 * DataUpdate.ATTEMPTS);
        }
    }

    @Test
    void closedSessionIsRejectedAndMissingOneIsEmpty() {
        String id = open();
        assertThat(client.closeSession("", id)).isPresent();
        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> client.update(id, UpdateTest::oneMore));
        String expired = open();
        clock.advance(Fixtures.HOUR.plusMillis(1));
        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> client.update(expired, UpdateTest::oneMore));
        assertThat(client.deleteSessionById("", id)).isPresent();
        assertThat(client.update(id, UpdateTest::oneMore)).isEmpty();
    }

    @Test
    void exceptionOfTheChangeFunctionIsNotRetried() {
        String id = open();
        List<String> calls = new ArrayList<>();
        assertThatExceptionOfType(StaleVersionException.class).isThrownBy(() -> client.update(id, _ -> {
            calls.add("call");
            throw new StaleVersionException(7);
        }));
        assertThat(calls).hasSize(1);
    }

    @Test
    @SuppressWarnings("NullAway") // callers without a null checker do this
    void nullFromTheChangeFunctionIsExplained() {
        String id = open();
        assertThatNullPointerException().isThrownBy(() -> client.update(id, _ -> null))
                .withMessage("The function passed to update returned null; it must return the data to store");
    }

    private static Json oneMore(@Nullable Json data) {
        return new Json(Integer.toString(Integer.parseInt(data == null ? "0" : data.text()) + 1));
    }

    private String open() {
        return client.openSession("", new SessionOpening("u", null, null, null, null, null)).id().value();
    }
}
