package sessions.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.client.ScriptedServer.Reply;
import sessions.domain.error.ContentTooLargeException;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.InvalidJsonException;
import sessions.domain.error.KeyReusedException;
import sessions.domain.error.RateLimitedException;
import sessions.domain.error.ServiceFailedException;
import sessions.domain.error.ServiceUnavailableException;
import sessions.domain.error.SessionClosedException;
import sessions.domain.error.SessionsException;
import sessions.domain.error.StaleVersionException;
import sessions.domain.error.StoreFailedException;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.error.UnauthorizedException;
import sessions.domain.error.Violation;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.port.driving.Health;
import sessions.domain.port.driving.ISessionsV1;
import sessions.domain.port.driving.Monitoring;
import sessions.domain.port.driving.SessionAdmin;
import sessions.domain.port.driving.SessionResources;
import sessions.testkit.FailingPorts;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.wire.service.HealthJson;
import sessions.wire.session.ErrorJson;

/** Exceptions of the service are thrown again by the client, over both APIs. */
class ErrorMapperTest {

    static Stream<SessionsException> thrown() {
        return Stream.of(
                new InvalidDataException(List.of(new Violation("user_id", "must not be null"),
                        new Violation("user_id", "and more"), new Violation("paging.skip", "is wrong"))),
                new InvalidJsonException("The JSON is malformed"), new ContentTooLargeException("The content", 7),
                new KeyReusedException(), new SessionClosedException(), new StaleVersionException(7),
                new UnauthorizedException(ErrorCode.UNAUTHORIZED, "No such key"),
                new UnauthorizedException(ErrorCode.FORBIDDEN, "Not with this role"),
                new RateLimitedException("Too many requests with the key gateway", Duration.ofSeconds(7)),
                new StoreUnavailableException("The store could not read a session", null),
                new ServiceUnavailableException("The service is stopping", null));
    }

    @Test
    void readinessReturnsTheReasonsOfAServiceThatIsNotReady() {
        Health down = new Health(List.of(new Health.Check("store", "The store did not respond in time"),
                new Health.Check("service", null)));
        try (ScriptedServer server = ScriptedServer.always(Reply.json(503, HealthJson.of(down)));
                SessionsHttpClientV1 client = once(server.address())) {
            assertThat(client.monitoring().readiness("")).isEqualTo(down);
        }
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void exceptionsOfTheServiceAreThrownByTheClient(SessionsException thrown) {
        try (LocalService service = LocalService.start(failing(thrown));
                SessionsHttpClientV1 client = once(service.address())) {
            for (ClientOperation operation : ClientOperation.all()) {
                SessionsException received = rejection(operation, client);
                assertThat(received).as(operation.name()).hasSameClassAs(thrown);
                assertThat(received.code()).isEqualTo(thrown.code());
                assertThat(received.getMessage()).isEqualTo(thrown.getMessage());
                assertThat(received.details()).isEqualTo(thrown.details());
            }
        }
    }

    @Test
    void faultOfTheServiceNamesTheCorrelationId() {
        StoreFailedException fault = new StoreFailedException("The store could not read", new IllegalStateException());
        try (LocalService service = LocalService.start(failing(fault));
                SessionsHttpClientV1 client = once(service.address())) {
            for (ClientOperation operation : ClientOperation.all()) {
                SessionsException failed = rejection(operation, client);
                assertThat(failed).isInstanceOf(ServiceFailedException.class);
                assertThat(failed.code()).isEqualTo(ErrorCode.INTERNAL);
                assertThat(failed).hasMessageContaining(service.address())
                        .hasMessageContaining("correlation id " + ClientOperation.CORRELATION_ID);
            }
        }
    }

    @Test
    void unknownRouteIsAFailureAndNotAMissingSession() {
        String unknown = ErrorJson.of(ErrorCode.NOT_FOUND, "There is no such route", Map.of(), "c").toJson();
        try (ScriptedServer server = ScriptedServer.always(Reply.json(404, unknown));
                SessionsHttpClientV1 client = once(server.address())) {
            assertEveryRouteIsUnknown(client);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sessions", "/v2", "/v2/sessions"})
    void wrongBasePathIsAFailureAndNotAMissingSession(String path) {
        try (LocalService service = LocalService.start(new SettableClock(Fixtures.NOON));
                SessionsHttpClientV1 client = once(service.address() + path)) {
            assertEveryRouteIsUnknown(client);
            assertThatExceptionOfType(ServiceFailedException.class)
                    .isThrownBy(() -> client.update(ClientOperation.ID, _ -> new Json("1")));
        }
    }

    private static void assertEveryRouteIsUnknown(SessionsHttpClientV1 client) {
        for (ClientOperation operation : ClientOperation.all()) {
            SessionsException failed = rejection(operation, client);
            assertThat(failed).as(operation.name()).isInstanceOf(ServiceFailedException.class);
            assertThat(failed.code()).isEqualTo(ErrorCode.NOT_FOUND);
        }
    }

    @Test
    void otherRejectionsAreFailures() {
        for (ErrorCode code : List.of(ErrorCode.METHOD_NOT_ALLOWED, ErrorCode.UNSUPPORTED_MEDIA_TYPE)) {
            String error = ErrorJson.of(code, "No", Map.of(), "c").toJson();
            assertThat(exceptionFor(Reply.json(code.status(), error))).isInstanceOf(ServiceFailedException.class)
                    .extracting(SessionsException::code).isEqualTo(code);
        }
    }

    @Test
    void unknownErrorCodeIsMappedByItsStatus() {
        String newer = ErrorJson.of(ErrorCode.INTERNAL, "New", Map.of(), "c").toJson().replace("INTERNAL", "NEWER");
        assertThat(exceptionFor(Reply.json(409, newer))).isInstanceOf(ServiceFailedException.class)
                .hasMessageContaining("NEWER").hasMessageContaining("New");
        assertThat(exceptionFor(Reply.json(503, newer))).isInstanceOf(ServiceUnavailableException.class);
    }

    @Test
    void errorWithoutDetailsKeepsItsMessage() {
        String error = ErrorJson.of(ErrorCode.INVALID_DATA, "The request is not valid HTTP", Map.of(), "c").toJson();
        assertThat(exceptionFor(Reply.json(400, error))).isInstanceOf(InvalidDataException.class)
                .hasMessage("The request is not valid HTTP")
                .satisfies(rejected -> assertThat(rejected.details()).isEmpty());
    }

    @Test
    void requestTimeoutIsServiceUnavailable() {
        String error = ErrorJson.of(ErrorCode.INVALID_DATA, "The body did not arrive in time", Map.of(), "c").toJson();
        assertThat(exceptionFor(Reply.json(408, error))).isInstanceOf(ServiceUnavailableException.class)
                .hasMessage("The body did not arrive in time");
    }

    @Test
    void gatewayErrorsAreMappedByTheirStatus() {
        assertThat(exceptionFor(Reply.html(401))).isInstanceOf(UnauthorizedException.class)
                .extracting(SessionsException::code).isEqualTo(ErrorCode.UNAUTHORIZED);
        assertThat(exceptionFor(Reply.html(403))).isInstanceOf(UnauthorizedException.class)
                .extracting(SessionsException::code).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(exceptionFor(Reply.html(412))).isInstanceOf(StaleVersionException.class);
        assertThat(exceptionFor(Reply.html(413))).isInstanceOf(ContentTooLargeException.class);
        for (int status : new int[]{408, 429, 502, 503, 504}) {
            assertThat(exceptionFor(Reply.html(status))).isInstanceOf(ServiceUnavailableException.class)
                    .hasMessageContaining("status " + status);
        }
    }

    @Test
    void unsupportedFilterConditionsAreRejected() {
        try (ScriptedServer server = ScriptedServer.always(Reply.none());
                SessionsHttpClientV1 client = once(server.address())) {
            SessionFilter filter = new SessionFilter(null, "u", null, SessionFilter.ALL.requested(),
                    SessionFilter.ALL.opened(), "10.0.0.1", null, null);
            assertThat(catchThrowableOfType(InvalidDataException.class,
                    () -> client.getSessions("", filter, Paging.FIRST)).details()).containsKey("filter");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void invalidJsonIsRejectedBeforeItIsSent() {
        try (ScriptedServer server = ScriptedServer.always(Reply.none());
                SessionsHttpClientV1 client = once(server.address())) {
            for (String text : List.of("1,\"version\":7", "\"\ud800\"")) {
                Json content = new Json(text);
                assertThat(catchThrowableOfType(InvalidJsonException.class,
                        () -> client.storeSessionData("", ClientOperation.ID, content))).as(text).isNotNull();
            }
            Json lone = new Json("\"\ud800\"");
            assertThat(catchThrowableOfType(InvalidJsonException.class,
                    () -> client.resources().storeData("", ClientOperation.ID, lone, null))).isNotNull();
            assertThat(server.requests()).isEmpty();
        }
    }

    private static SessionsException exceptionFor(Reply reply) {
        try (ScriptedServer server = ScriptedServer.always(reply);
                SessionsHttpClientV1 client = once(server.address())) {
            return rejection(operation("storeData"), client);
        }
    }

    private static SessionsException rejection(ClientOperation operation, SessionsHttpClientV1 client) {
        return catchThrowableOfType(SessionsException.class, () -> operation.call().accept(client));
    }

    private static ClientOperation operation(String name) {
        return ClientOperation.all().stream().filter(operation -> operation.name().equals(name)).findFirst()
                .orElseThrow();
    }

    private static SessionsHttpClientV1 once(String address) {
        return new SessionsHttpClientV1(ClientSettings.of(address).withRetries(RetryPolicy.NONE));
    }

    private static DrivingPorts failing(SessionsException thrown) {
        return new DrivingPorts(FailingPorts.port(ISessionsV1.class, () -> thrown),
                FailingPorts.port(SessionResources.class, () -> thrown),
                FailingPorts.port(SessionAdmin.class, () -> thrown),
                FailingPorts.port(Monitoring.class, () -> thrown));
    }
}
