package sessions.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sessions.domain.access.Caller;
import sessions.domain.access.Role;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.UnauthorizedException;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;

class ApiKeyAuthenticatorTest {

    private static final String ADDRESS = "192.0.2.7";

    private final SettableClock clock = new SettableClock(Fixtures.NOON);
    private final IssuedApiKey reader = IssuedApiKey.create("monitor", Role.READER, null);
    private final IssuedApiKey writer = IssuedApiKey.create("gateway", Role.WRITER, Fixtures.NOON.plusSeconds(1));
    private final ApiKeyAuthenticator authenticator = new ApiKeyAuthenticator(clock,
            List.of(reader.key(), writer.key()));

    @Test
    void keyDeterminesNameAndRole() {
        assertThat(authenticate(reader.secret())).isEqualTo(new Caller("monitor", Role.READER, ADDRESS));
        assertThat(authenticate(writer.secret())).isEqualTo(new Caller("gateway", Role.WRITER, ADDRESS));
    }

    @Test
    void missingAndUnknownKeysAreRejected() {
        assertRejected(null, "An API key is required");
        assertRejected("", "The API key is not known");
        assertRejected(reader.secret() + "x", "The API key is not known");
        assertRejected(reader.key().sha256(), "The API key is not known");
    }

    @Test
    void expiredKeyIsRejectedWithItsReason() {
        clock.set(Fixtures.NOON.plusMillis(999));
        assertThat(authenticate(writer.secret()).name()).isEqualTo("gateway");
        clock.set(Fixtures.NOON.plusSeconds(1));
        assertRejected(writer.secret(), "The API key gateway has expired");
    }

    @Test
    void replacedKeysAreRejected() {
        IssuedApiKey next = IssuedApiKey.create("monitor", Role.WRITER, null);
        authenticator.replace(List.of(reader.key(), next.key()));
        assertThat(authenticate(reader.secret()).role()).isEqualTo(Role.READER);
        assertThat(authenticate(next.secret()).role()).isEqualTo(Role.WRITER);
        assertRejected(writer.secret(), "The API key is not known");
    }

    @Test
    void withoutKeysEveryoneIsRejected() {
        authenticator.replace(List.of());
        assertRejected(reader.secret(), "The API key is not known");
        assertRejected(null, "An API key is required");
    }

    @Test
    void replacingWithDuplicateKeysChangesNothing() {
        ApiKey again = new ApiKey("other", Role.ADMIN, reader.key().sha256(), null);
        assertThatIllegalArgumentException().isThrownBy(() -> authenticator.replace(List.of(reader.key(), again)));
        assertThat(authenticate(writer.secret()).name()).isEqualTo("gateway");
    }

    @Test
    void newKeysHaveAPrefixAnd256Bits() {
        assertThat(reader.secret()).matches("sessions_[A-Za-z0-9_-]{43}").isNotEqualTo(writer.secret());
        assertThat(reader.toString() + writer).contains("monitor", "gateway").doesNotContain(reader.secret(),
                writer.secret(), reader.key().sha256());
    }

    private Caller authenticate(@Nullable String key) {
        return authenticator.authenticate("correlation", key, ADDRESS);
    }

    private void assertRejected(@Nullable String key, String message) {
        assertThatExceptionOfType(UnauthorizedException.class).isThrownBy(() -> authenticate(key)).withMessage(message)
                .matches(rejected -> rejected.code() == ErrorCode.UNAUTHORIZED);
    }
}
