package sessions.application.intercept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sessions.application.intercept.AuditEvent.Outcome;
import sessions.domain.access.Authenticator;
import sessions.domain.access.Caller;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.NotSupportedException;
import sessions.domain.error.SessionClosedException;
import sessions.domain.error.UnauthorizedException;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.Json;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.testkit.Fixtures;

class AuditTest {

    private final GuardedService service = new GuardedService();
    private final DrivingPorts admin = service.as(GuardedService.ADMIN);
    private final DrivingPorts writer = service.as(GuardedService.WRITER);
    private final DrivingPorts reader = service.as(GuardedService.READER);

    @Test
    void openCloseAndDeleteAreAuditedButNotReadsAndData() {
        String id = writer.sessions().openSession("c1", Fixtures.opening("42")).id().value();
        writer.sessions().storeSessionData("c2", id, new Json("\"secret\""));
        writer.resources().touch("c3", id, null);
        reader.sessions().getSessionById("c4", id);
        writer.resources().listSessions("c5", SessionFilter.ofUser("42"), new CursorPaging(null, null, false));
        writer.resources().close("c6", id, null);
        admin.sessions().deleteSessionById("c7", id);
        String shown = id.substring(0, 6) + "…";
        assertThat(service.events()).containsExactly(
                event("open_session", GuardedService.WRITER, "c1", shown, "42", null),
                event("close_session", GuardedService.WRITER, "c6", shown, "42", null),
                event("delete_session_by_id", GuardedService.ADMIN, "c7", shown, "42", null));
    }

    @Test
    void eventsOfBulkOperationsHaveACount() {
        writer.sessions().openSession("c1", Fixtures.opening("42"));
        writer.sessions().openSession("c2", Fixtures.opening("42"));
        service.events().clear();
        admin.resources().listSessions("c3", SessionFilter.ALL, new CursorPaging(null, null, false));
        admin.admin().exportSessions("c4", "42", new CursorPaging(null, null, false));
        admin.admin().countSessionsToClose("c5", SessionFilter.ofUser("42"));
        admin.admin().closeBatch("c6", SessionFilter.ofUser("42"), null, 1);
        admin.admin().closeSessions("c7", SessionFilter.ofUser("42"));
        admin.admin().eraseSessions("c8", "42");
        admin.admin().purgeSessions("c9", Fixtures.NOON);
        admin.sessions().closeExpiredSessions("c10");
        assertThat(service.events()).containsExactly(
                event("get_sessions", GuardedService.ADMIN, "c3", null, null, 2L),
                event("export_sessions", GuardedService.ADMIN, "c4", null, "42", 2L),
                event("close_sessions", GuardedService.ADMIN, "c6", null, "42", 1L),
                event("close_sessions", GuardedService.ADMIN, "c7", null, "42", 1L),
                event("erase_sessions", GuardedService.ADMIN, "c8", null, "42", 2L),
                event("purge_sessions", GuardedService.ADMIN, "c9", null, null, 0L),
                event("close_expired_sessions", GuardedService.ADMIN, "c10", null, null, null));
    }

    @Test
    void everyOperationRejectedForTheRoleIsAudited() {
        SessionV1 session = writer.sessions().openSession("c1", Fixtures.opening("42"));
        service.events().clear();
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> reader.resources().touch("c2", session.id().value(), null))
                .withMessage("The role writer is needed to touch sessions; the key has the role reader")
                .matches(rejected -> rejected.code() == ErrorCode.FORBIDDEN);
        AuditEvent rejection = service.events().getFirst();
        assertThat(rejection.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(rejection.reason())
                .isEqualTo("FORBIDDEN: The role writer is needed to touch sessions; the key has the role reader");
        assertThat(rejection.caller()).isEqualTo(GuardedService.READER);
        assertThat(rejection.session()).isEqualTo(session.id().toString());
    }

    @Test
    void missingSessionsAndRejectionsHaveTheirOwnOutcome() {
        writer.sessions().closeSession("c1", "an id that is none");
        assertThatExceptionOfType(NotSupportedException.class)
                .isThrownBy(() -> admin.admin().backUp("c2", new ByteArrayOutputStream()));
        assertThat(service.events()).extracting(AuditEvent::operation, AuditEvent::outcome, AuditEvent::reason,
                AuditEvent::session)
                .containsExactly(tuple("close_session", Outcome.MISSING, null, null),
                        tuple("back_up", Outcome.REFUSED, "NOT_SUPPORTED", null));
    }

    @Test
    void reasonDoesNotQuoteTheCallersInput() {
        String id = writer.sessions().openSession("c1", Fixtures.opening("42")).id().value();
        writer.sessions().closeSession("c2", id);
        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> writer.sessions().storeSessionData("c3", id, new Json("\"secret\"")));
        assertThat(service.events().toString()).doesNotContain(id, "secret", "Name");
    }

    @Test
    void failedAuthenticationIsAuditedWithAddressAndReason() {
        Authenticator rejecting = (_, _, _) -> {
            throw new UnauthorizedException(ErrorCode.UNAUTHORIZED, "The API key is not known");
        };
        assertThatExceptionOfType(UnauthorizedException.class).isThrownBy(
                () -> new AuditedAuthenticator(rejecting, service.events()::add).authenticate("c1", "sessions_secret",
                        "192.0.2.9"));
        assertThat(service.events()).containsExactly(new AuditEvent("authenticate", Outcome.REFUSED,
                "UNAUTHORIZED: The API key is not known", null, "192.0.2.9", "c1", null, null, null));
        assertThat(
                new AuditedAuthenticator(Authenticator.ALLOW_ALL, service.events()::add).authenticate("c2", null,
                        "192.0.2.9"))
                .isEqualTo(Caller.anonymous("192.0.2.9"));
        assertThat(service.events()).isEqualTo(List.of(service.events().getFirst()));
    }

    private static AuditEvent event(String operation, Caller caller, String correlationId, @Nullable String session,
            @Nullable String userId, @Nullable Long count) {
        return new AuditEvent(operation, Outcome.DONE, null, caller, caller.address(), correlationId, session, userId,
                count);
    }
}
