package sessions.application.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sessions.application.ServiceInfo;
import sessions.application.SessionRules;
import sessions.application.UseCases;
import sessions.application.intercept.InterceptedPorts;
import sessions.domain.error.StoreUnavailableException;
import sessions.domain.model.Json;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.port.driving.DrivingPorts;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.FailingPorts;
import sessions.testkit.Fixtures;
import sessions.testkit.RecordingTelemetry;
import sessions.testkit.SettableClock;
import sessions.wire.mergepatch.JsonMergePatch;

/** Telemetry of calls and of the store calls below them. */
class TelemetryInterceptorTest {

    private final RecordingTelemetry telemetry = new RecordingTelemetry();

    @Test
    void callsAreReportedWithCommandAndOutcomeAfterTheirStoreCalls() {
        DrivingPorts service = observed(new MemorySessionStore());
        String id = service.sessions().openSession("c", Fixtures.opening("42")).id().value();
        service.sessions().closeSession("c", id);
        service.sessions().getSessionById("c", "no id");
        assertThat(catchThrowable(() -> service.resources().storeData("c", id, new Json("1"), null))).isNotNull();
        service.monitoring().readiness("c");
        assertThat(telemetry.events()).containsExactly("store insert: ok", "open_session: ok", "store change: ok",
                "close_session: ok", "get_session_by_id: ok", "store change: ok",
                "store_session_data: session_closed", "store check: ok");
        assertThat(telemetry.events().toString()).doesNotContain(id, "42");
    }

    @Test
    void errorsAreReportedByCodeAndUnexpectedOnesAsInternal() {
        SessionStore unavailable = FailingPorts.port(SessionStore.class,
                () -> new StoreUnavailableException("unavailable", null));
        SessionStore broken = FailingPorts.port(SessionStore.class, () -> new IllegalStateException("broken"));
        String id = Fixtures.session("42", Fixtures.NOON).id().value();
        for (SessionStore store : List.of(unavailable, broken)) {
            assertThat(catchThrowable(() -> observed(store).sessions().getSessionById("c", id))).isNotNull();
        }
        assertThat(telemetry.events()).containsExactly("store find: store_unavailable",
                "get_session_by_id: store_unavailable", "store find: internal", "get_session_by_id: internal");
    }

    private DrivingPorts observed(SessionStore store) {
        DrivingPorts ports = UseCases.on(new ObservedStore(store, telemetry), new SettableClock(Fixtures.NOON),
                new SessionRules(Fixtures.ONE_HOUR, 100), new JsonMergePatch(1000),
                new ServiceInfo("host", "sessions", "For tests", Fixtures.NOON, Map.of(), List.of("a:b:c:d:1.0")));
        return InterceptedPorts.of(ports, new TelemetryInterceptor(telemetry));
    }
}
