package sessions.client;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.application.access.ApiKeyAuthenticator;
import sessions.application.access.IssuedApiKey;
import sessions.application.intercept.AccessControl;
import sessions.application.intercept.InterceptedPorts;
import sessions.domain.access.Role;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.UnauthorizedException;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.SessionFilter;
import sessions.domain.port.driving.DrivingPorts;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.port.CallersContract;
import sessions.testkit.port.DrivingPortsContract;

/**
 * With an admin key, the client fulfils the contract against a service that requires keys and distinguishes callers by
 * them.
 */
class ClientWithKeyTest implements DrivingPortsContract, CallersContract {

    private final IssuedApiKey admin = IssuedApiKey.create("operator", Role.ADMIN, null);
    private final IssuedApiKey writer = IssuedApiKey.create("gateway", Role.WRITER, null);
    private final SettableClock clock = new SettableClock(Fixtures.NOON);
    private final LocalService service = LocalService.start(
            InterceptedPorts.of(LocalService.ports(clock), new AccessControl()),
            new ApiKeyAuthenticator(clock, List.of(admin.key(), writer.key())));
    private final SessionsHttpClientV1 client = client(admin.secret());
    private final SessionsHttpClientV1 another = client(writer.secret());

    private SessionsHttpClientV1 calling = client;

    private SessionsHttpClientV1 client(@Nullable String key) {
        return new SessionsHttpClientV1(ClientSettings.of(service.address()).withApiKey(key));
    }

    @AfterEach
    void close() {
        client.close();
        another.close();
        service.close();
    }

    @Override
    public DrivingPorts ports() {
        return calling.ports();
    }

    @Override
    public SettableClock clock() {
        return clock;
    }

    @Override
    public <T> T asAnother(Supplier<T> call) {
        calling = another;
        try {
            return call.get();
        } finally {
            calling = client;
        }
    }

    @Test
    void rejectionsByTheServiceKeepTheirCodeAndMessage() {
        assertRejected(ErrorCode.FORBIDDEN, "The role admin is needed to list sessions of all users;"
                + " the key has the role writer", another);
        try (SessionsHttpClientV1 unknown = client("sessions_unknown"); SessionsHttpClientV1 keyless = client(null)) {
            assertRejected(ErrorCode.UNAUTHORIZED, "The API key is not known", unknown);
            assertRejected(ErrorCode.UNAUTHORIZED, "An API key is required", keyless);
        }
    }

    private static void assertRejected(ErrorCode code, String message, SessionsHttpClientV1 client) {
        assertThatExceptionOfType(UnauthorizedException.class).isThrownBy(() -> client.ports().resources()
                .listSessions("", SessionFilter.ALL, new CursorPaging(null, null, false)))
                .withMessage(message).matches(rejected -> rejected.code() == code);
    }
}
