package sessions.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sessions.testkit.Fixtures.HOUR;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sessions.domain.error.SessionClosedException;
import sessions.domain.error.StaleVersionException;
import sessions.domain.model.Json;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionResources;
import sessions.testkit.store.StoreLimitation;

/** Tests conditional changes of single sessions. */
public interface ResourcesChangeContract extends ResourcesContract {

    /** A change with a name for failure messages. */
    record Conditional(String name, Change change) {

        /** The change; a null version expects none. */
        interface Change {
            Optional<SessionV1> apply(SessionResources resources, String sessionId, @Nullable Long expectedVersion);
        }

        static final List<Conditional> CONTENT = List.of(
                new Conditional("storeData", (resources, id, version) -> resources.storeData(CORRELATION_ID, id,
                        new Json("{\"n\":1}"), version)),
                new Conditional("mergeData", (resources, id, version) -> resources.mergeData(CORRELATION_ID, id,
                        new Json("{\"n\":1}"), version)),
                new Conditional("updateUser", (resources, id, version) -> resources.updateUser(CORRELATION_ID, id,
                        new Json("\"u\""), version)),
                new Conditional("touch", (resources, id, version) -> resources.touch(CORRELATION_ID, id, version)));

        static final Conditional CLOSE = new Conditional("close",
                (resources, id, version) -> resources.close(CORRELATION_ID, id, version));

        static final Conditional DELETE = new Conditional("delete",
                (resources, id, version) -> resources.delete(CORRELATION_ID, id, version));

        Optional<SessionV1> to(SessionV1 session, ResourcesContract service, @Nullable Long expectedVersion) {
            return change.apply(service.ports().resources(), session.id().value(), expectedVersion);
        }
    }

    @Test
    default void changeAppliesToTheExpectedVersion() {
        for (Conditional change : Conditional.CONTENT) {
            SessionV1 session = opened("user");
            clock().advance(Duration.ofMillis(5));
            SessionV1 changed = change.to(session, this, 1L).orElseThrow();
            assertThat(changed.version()).as(change.name()).isEqualTo(2);
            assertThat(changed.requestTime()).as(change.name()).isEqualTo(clock().instant());
            assertThat(present(session)).as(change.name()).isEqualTo(changed);
        }
    }

    @Test
    default void differentVersionIsRejectedAndNothingChanges() {
        for (Conditional change : everyChange()) {
            SessionV1 session = opened("user");
            for (long version : new long[]{2, 3, 4, Long.MAX_VALUE}) {
                assertThatExceptionOfType(StaleVersionException.class).as(change.name())
                        .isThrownBy(() -> change.to(session, this, version))
                        .satisfies(stale -> assertThat(stale.details()).isEqualTo(Map.of("version", "1")));
            }
            assertThat(present(session)).as(change.name()).isEqualTo(session);
        }
    }

    @Test
    default void closedSessionIsFinalForAnyExpectedVersion() {
        SessionV1 closed = Conditional.CLOSE.to(opened("user"), this, 1L).orElseThrow();
        for (Conditional change : Conditional.CONTENT) {
            for (Long version : new Long[]{null, 1L, closed.version()}) {
                assertThatExceptionOfType(SessionClosedException.class).as(change.name())
                        .isThrownBy(() -> change.to(closed, this, version));
            }
        }
        assertThat(Conditional.CLOSE.to(closed, this, 1L)).contains(closed);
        assertThat(present(closed)).isEqualTo(closed);
    }

    @Test
    default void expiryCountsAsAChange() {
        SessionV1 session = opened("user");
        clock().advance(HOUR.plusMillis(1));
        SessionV1 expired = present(session);
        assertThat(expired.version()).isEqualTo(2);
        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> Conditional.CONTENT.getFirst().to(session, this, 1L));
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> Conditional.DELETE.to(session, this, 1L));
        assertThat(Conditional.CLOSE.to(session, this, 1L)).contains(expired);
        assertThat(Conditional.DELETE.to(session, this, 2L)).contains(expired);
    }

    @Test
    default void deleteAppliesToTheExpectedVersion() {
        SessionV1 session = opened("user");
        assertThat(Conditional.DELETE.to(session, this, 1L)).contains(session);
        assertThat(Conditional.DELETE.to(session, this, null)).isEmpty();
    }

    @Test
    default void missingSessionsAreAbsentForAnyExpectedVersion() {
        for (Conditional change : everyChange()) {
            for (String id : new String[]{"0123456789abcdef0123456789abcdef", "no-such-session", ""}) {
                assertThat(change.change().apply(ports().resources(), id, 1L)).as(change.name()).isEmpty();
                assertThat(change.change().apply(ports().resources(), id, null)).as(change.name()).isEmpty();
            }
        }
        assertThat(ports().resources().getSession(CORRELATION_ID, "no-such-session")).isEmpty();
    }

    @Test
    default void touchExtendsTheExpiryAndKeepsContent() {
        SessionV1 session = opened("user");
        clock().advance(HOUR);
        SessionV1 touched = ports().resources().touch(CORRELATION_ID, session.id().value(), null).orElseThrow();
        assertThat(touched.data()).isEqualTo(session.data());
        assertThat(touched.user()).isEqualTo(session.user());
        assertThat(touched.expiresAt()).isEqualTo(clock().instant().plus(HOUR));
        clock().advance(HOUR);
        assertThat(present(session)).isEqualTo(touched);
    }

    @Test
    default void readingAResourceDoesNotExtendTheExpiry() {
        SessionV1 session = opened("user");
        clock().advance(HOUR);
        assertThat(present(session)).isEqualTo(session);
        clock().advance(Duration.ofMillis(1));
        assertThat(present(session).active()).isFalse();
    }

    @Test
    default void onlyAnActiveSessionIsFoundAsActive() {
        SessionV1 expiring = opened("user");
        SessionV1 closing = opened("user");
        assertThat(active(closing)).contains(closing);
        assertThat(Conditional.CLOSE.to(closing, this, null)).isPresent();
        assertThat(active(closing)).isEmpty();
        clock().advance(HOUR);
        assertThat(active(expiring)).contains(expiring);
        clock().advance(Duration.ofMillis(1));
        assertThat(active(expiring)).isEmpty();
        assertThat(present(expiring).active()).isFalse();
        assertThat(ports().resources().findActive(CORRELATION_ID, "no-such-session")).isEmpty();
    }

    private Optional<SessionV1> active(SessionV1 session) {
        return ports().resources().findActive(CORRELATION_ID, session.id().value());
    }

    @Test
    default void mergeChangesOnlyTheMembersInThePatch() {
        SessionV1 session = opened("user");
        assertThat(merged(session, "{\"a\":1,\"b\":{\"c\":2}}")).isEqualTo("{\"a\":1,\"b\":{\"c\":2}}");
        String digits = limitations().contains(StoreLimitation.FORM) ? "3.1" : "3.10";
        assertThat(merged(session, "{\"a\":null,\"b\":{\"d\":3.10}}"))
                .isEqualTo("{\"b\":{\"c\":2,\"d\":" + digits + "}}");
        assertThat(merged(session, "[1]")).isEqualTo("[1]");
    }

    private String merged(SessionV1 session, String patch) {
        Json data = ports().resources().mergeData(CORRELATION_ID, session.id().value(), new Json(patch), null)
                .orElseThrow().data();
        return data == null ? "" : data.text();
    }

    private static List<Conditional> everyChange() {
        return Stream
                .concat(Conditional.CONTENT.stream(), Stream.of(Conditional.CLOSE, Conditional.DELETE))
                .toList();
    }
}
