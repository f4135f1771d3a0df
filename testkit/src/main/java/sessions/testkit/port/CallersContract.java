package sessions.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import sessions.domain.access.Caller;
import sessions.domain.access.Role;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.SessionV1;
import sessions.testkit.Fixtures;

/** Tests the separation of callers, for services with several callers. */
public interface CallersContract extends ResourcesContract {

    /** Runs calls of {@link #ports()} as a different caller. In the same process, the caller is bound to the thread. */
    default <T> T asAnother(Supplier<T> call) {
        return Caller.CURRENT.call(new Caller("another", Role.WRITER, ""), call::get);
    }

    @Test
    default void callersHaveSeparateIdempotencyKeys() {
        SessionV1 session = opened().orElseThrow();
        SessionV1 ofAnother = asAnother(this::opened).orElseThrow();
        assertThat(ofAnother.id()).isNotEqualTo(session.id());
        assertThat(opened()).contains(session);
    }

    private Optional<SessionV1> opened() {
        return ports().resources().openSession(CORRELATION_ID, Fixtures.opening("user"), new IdempotencyKey("key-1"));
    }
}
