package sessions.application.intercept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.domain.access.Authenticator;
import sessions.domain.access.Caller;
import sessions.domain.access.Role;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.RateLimitedException;
import sessions.domain.error.UnauthorizedException;
import sessions.domain.port.driven.RateLimiter;

class RateLimitedAuthenticatorTest {

    private static final Duration WAIT = Duration.ofMillis(1500);
    private static final RateLimiter FULL = _ -> WAIT;

    private final List<String> counted = new ArrayList<>();
    private final RateLimiter counting = caller -> {
        counted.add(caller);
        return Duration.ZERO;
    };

    private static Caller gateway(String address) {
        return new Caller("gateway", Role.WRITER, address);
    }

    @Test
    void requestsWithinTheLimitsAreAccepted() {
        Authenticator limited = new RateLimitedAuthenticator((_, _, address) -> gateway(address), counting, counting);
        assertThat(limited.authenticate("c", "key", "192.0.2.1")).isEqualTo(gateway("192.0.2.1"));
        assertThat(counted).containsExactly("192.0.2.1", "gateway");
    }

    @Test
    void requestsOverTheAddressLimitAreRejectedBeforeTheKeyIsChecked() {
        Authenticator limited = new RateLimitedAuthenticator((_, _, _) -> {
            throw new AssertionError("the key was checked");
        }, FULL, counting);
        assertThatExceptionOfType(RateLimitedException.class)
                .isThrownBy(() -> limited.authenticate("c", "key", "192.0.2.1"))
                .withMessage("Too many requests from this address")
                .satisfies(rejected -> {
                    assertThat(rejected.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                    assertThat(rejected.retryAfter()).isEqualTo(WAIT);
                });
        assertThat(counted).isEmpty();
    }

    @Test
    void rejectionForTheKeyLimitNamesTheKey() {
        Authenticator limited = new RateLimitedAuthenticator((_, _, address) -> gateway(address), counting, FULL);
        assertThatExceptionOfType(RateLimitedException.class)
                .isThrownBy(() -> limited.authenticate("c", "key", "192.0.2.1"))
                .withMessage("Too many requests with the key gateway");
    }

    @Test
    void unknownKeysCountOnlyForTheAddress() {
        Authenticator limited = new RateLimitedAuthenticator((_, _, _) -> {
            throw new UnauthorizedException(ErrorCode.UNAUTHORIZED, "The API key is not known");
        }, counting, counting);
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> limited.authenticate("c", "key", "192.0.2.1"));
        assertThat(counted).containsExactly("192.0.2.1");
    }

    @Test
    void callersWithoutNameAreNotCountedByName() {
        Authenticator limited = new RateLimitedAuthenticator(Authenticator.ALLOW_ALL, RateLimiter.NONE, FULL);
        assertThat(limited.authenticate("c", null, "192.0.2.1")).isEqualTo(Caller.anonymous("192.0.2.1"));
    }
}
