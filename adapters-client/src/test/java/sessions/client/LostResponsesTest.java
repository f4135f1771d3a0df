package sessions.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.client.ScriptedServer.ReceivedRequest;
import sessions.client.ScriptedServer.Reply;
import sessions.domain.error.ServiceFailedException;
import sessions.domain.error.ServiceUnavailableException;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;

/** The service executes a request, but the connection closes before the first response. */
class LostResponsesTest {

    private static final List<String> FORWARDED = List.of("Content-Type", "Idempotency-Key", "If-Match");

    private final LocalService service = LocalService.start(new SettableClock(Fixtures.NOON));
    private final SessionsHttpClientV1 direct = service.client();
    private final HttpClient forwarding = HttpClient.newHttpClient();
    private final ScriptedServer proxy = ScriptedServer.start(this::dropFirstResponse);
    private final SessionsHttpClientV1 client = new SessionsHttpClientV1(ClientSettings.of(proxy.address())
            .withRetries(new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(1))), _ -> {
            });

    @AfterEach
    void close() {
        client.close();
        proxy.close();
        forwarding.close();
        direct.close();
        service.close();
    }

    @Test
    void sessionIsOpenedOnce() {
        SessionV1 opened = client.openSession("", Fixtures.opening("u"));
        assertThat(proxy.requests()).hasSize(2);
        assertThat(sessions()).containsExactly(opened.withoutContent());
    }

    @Test
    void resourceIsOpenedOnceWithAndWithoutAKey() {
        SessionV1 opened = client.resources().openSession("", Fixtures.opening("u"), null).orElseThrow();
        assertThat(sessions()).containsExactly(opened.withoutContent());
        SessionV1 keyed = client.resources().openSession("", Fixtures.opening("u"), new IdempotencyKey("k"))
                .orElseThrow();
        assertThat(client.resources().openSession("", Fixtures.opening("u"), new IdempotencyKey("k"))).contains(keyed);
        assertThat(sessions()).hasSize(2);
    }

    @Test
    void sessionDeletedBeforeTheRetryOfItsOpeningIsAFailure() {
        try (ScriptedServer deleting = ScriptedServer.start((received, number) -> {
            Reply reply = forward(received);
            sessions().forEach(session -> direct.deleteSessionById("", session.id().value()));
            return number == 1 ? null : reply;
        }); SessionsHttpClientV1 late = new SessionsHttpClientV1(ClientSettings.of(deleting.address()), _ -> {
        })) {
            assertThatExceptionOfType(ServiceFailedException.class)
                    .isThrownBy(() -> late.openSession("", Fixtures.opening("u"))).withMessageContaining("deleted");
            assertThat(deleting.requests()).hasSize(2);
        }
    }

    @Test
    void closeIsRepeatedAndRepeatedDeleteFindsNothing() {
        SessionV1 session = direct.openSession("", Fixtures.opening("u"));
        assertThat(client.closeSession("", session.id().value()).orElseThrow().active()).isFalse();
        proxy.requests().clear();
        assertThat(client.deleteSessionById("", session.id().value())).isEmpty();
        assertThat(proxy.requests()).hasSize(2);
        assertThat(sessions()).isEmpty();
    }

    @Test
    void repeatedCloseSucceedsAlthoughItExpectsTheVersionBefore() {
        SessionV1 session = direct.openSession("", Fixtures.opening("u"));
        SessionV1 closed = client.resources().close("", session.id().value(), 1L).orElseThrow();
        assertThat(proxy.requests()).hasSize(2).extracting(received -> received.header("If-Match"))
                .containsOnly("\"1\"");
        assertThat(closed.active()).isFalse();
        assertThat(closed.version()).isEqualTo(2);
        assertThat(direct.getSessionById("", session.id().value())).contains(closed);
    }

    @Test
    void repeatedDeleteOfAVersionFindsNothing() {
        SessionV1 session = direct.openSession("", Fixtures.opening("u"));
        assertThat(client.resources().delete("", session.id().value(), 1L)).isEmpty();
        assertThat(proxy.requests()).hasSize(2).extracting(ReceivedRequest::body)
                .allMatch(body -> body.contains("\"version\":1"));
        assertThat(sessions()).isEmpty();
    }

    @Test
    void changeIsAppliedOnceAndItsCallerGetsAnException() {
        SessionV1 session = direct.openSession("", Fixtures.opening("u"));
        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> client.storeSessionData("", session.id().value(), new Json("1")));
        assertThat(direct.getSessionById("", session.id().value()).orElseThrow().version()).isEqualTo(2);
    }

    private List<SessionV1> sessions() {
        return direct.getSessions("", SessionFilter.ALL, Paging.FIRST).data();
    }

    private @Nullable Reply dropFirstResponse(ReceivedRequest received, int number) throws InterruptedException {
        Reply reply = forward(received);
        return number == 1 ? null : reply;
    }

    private Reply forward(ReceivedRequest received) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.address() + received.target()))
                .method(received.method(), BodyPublishers.ofString(received.body()));
        FORWARDED.stream().filter(name -> received.header(name) != null)
                .forEach(name -> request.header(name, Objects.requireNonNull(received.header(name))));
        try {
            HttpResponse<String> response = forwarding.send(request.build(), BodyHandlers.ofString());
            return Reply.json(response.statusCode(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
