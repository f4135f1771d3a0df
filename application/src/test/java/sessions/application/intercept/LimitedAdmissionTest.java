package sessions.application.intercept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.domain.Admission;
import sessions.domain.Caller;
import sessions.domain.ErrorCode;
import sessions.domain.RateLimit;
import sessions.domain.RateLimitedException;
import sessions.domain.Role;
import sessions.domain.UnauthorizedException;

class LimitedAdmissionTest {

    private static final Duration WAIT = Duration.ofMillis(1500);
    private static final RateLimit FULL = _ -> WAIT;

    private final List<String> counted = new ArrayList<>();
    private final RateLimit counting = caller -> {
        counted.add(caller);
        return Duration.ZERO;
    };

    private static Caller gateway(String address) {
        return new Caller("gateway", Role.WRITER, address);
    }

    @Test
    void whoKeepsWithinTheRatesIsLetIn() {
        Admission limited = new LimitedAdmission((_, _, address) -> gateway(address), counting, counting);
        assertThat(limited.admit("c", "key", "192.0.2.1")).isEqualTo(gateway("192.0.2.1"));
        assertThat(counted).containsExactly("192.0.2.1", "gateway");
    }

    @Test
    void whoComesTooOftenFromOneAddressIsRefusedBeforeTheKeyIsLookedAt() {
        Admission limited = new LimitedAdmission((_, _, _) -> {
            throw new AssertionError("the key was looked at");
        }, FULL, counting);
        assertThatExceptionOfType(RateLimitedException.class)
                .isThrownBy(() -> limited.admit("c", "key", "192.0.2.1"))
                .withMessage("Too many requests from this address")
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                    assertThat(refused.retryAfter()).isEqualTo(WAIT);
                });
        assertThat(counted).isEmpty();
    }

    @Test
    void whoComesTooOftenWithOneKeyIsToldWhichOne() {
        Admission limited = new LimitedAdmission((_, _, address) -> gateway(address), counting, FULL);
        assertThatExceptionOfType(RateLimitedException.class)
                .isThrownBy(() -> limited.admit("c", "key", "192.0.2.1"))
                .withMessage("Too many requests with the key gateway");
    }

    @Test
    void keysThatAreNotKnownCountForTheAddressAlone() {
        Admission limited = new LimitedAdmission((_, _, _) -> {
            throw new UnauthorizedException(ErrorCode.UNAUTHORIZED, "The API key is not known");
        }, counting, counting);
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> limited.admit("c", "key", "192.0.2.1"));
        assertThat(counted).containsExactly("192.0.2.1");
    }

    @Test
    void callersWithoutNamesAreNotCountedTogether() {
        Admission limited = new LimitedAdmission(Admission.OF_EVERYONE, RateLimit.NONE, FULL);
        assertThat(limited.admit("c", null, "192.0.2.1")).isEqualTo(Caller.anyoneAt("192.0.2.1"));
    }
}
