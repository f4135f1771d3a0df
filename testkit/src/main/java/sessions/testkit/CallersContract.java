package sessions.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import sessions.domain.Caller;
import sessions.domain.IdempotencyKey;
import sessions.domain.Role;
import sessions.domain.SessionV1;

/**
 * What keeps callers apart, where they are told apart. Not part of {@link DrivingPortsContract}: the caller is bound to
 * the thread, and no API across a network tells callers apart yet.
 */
public interface CallersContract extends ResourcesContract {

    @Test
    default void callersDoNotMeetEachOthersKeys() throws Exception {
        SessionV1 session = opened().orElseThrow();
        SessionV1 ofAnother = ScopedValue.where(Caller.CURRENT, new Caller("another", Role.WRITER, ""))
                .call(this::opened).orElseThrow();
        assertThat(ofAnother.id()).isNotEqualTo(session.id());
        assertThat(opened()).contains(session);
    }

    private Optional<SessionV1> opened() {
        return ports().resources().openSession(CORRELATION_ID, Fixtures.opening("user"), new IdempotencyKey("key-1"));
    }
}
