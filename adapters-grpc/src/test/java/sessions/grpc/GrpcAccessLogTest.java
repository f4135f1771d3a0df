package sessions.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.grpc.StatusRuntimeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sessions.domain.access.Caller;
import sessions.domain.access.Role;
import sessions.testkit.Fixtures;
import sessions.testkit.RecordingTelemetry;
import sessions.testkit.SettableClock;
import sessions.testkit.log.LoggedLines;
import sessions_v1.SessionIdRequest;
import sessions_v1.SessionObjectReply;
import sessions_v1.SessionOpenRequest;

/** Access log and telemetry of calls. A line may be written after the caller has the reply, so tests wait for it. */
class GrpcAccessLogTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final LoggedLines lines = LoggedLines.ofRequests();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final GrpcFixture api = GrpcFixture.start(GrpcFixture.ports(new SettableClock(Fixtures.NOON)),
            (_, _, address) -> new Caller("gateway", Role.ADMIN, address), GrpcFixture.SETTINGS, telemetry,
            "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");

    @AfterEach
    void stop() {
        api.close();
        lines.close();
    }

    @Test
    void callIsLoggedWithItsOutcome() throws InterruptedException {
        get("0123456789abcdef0123456789abcdef");
        assertLine(lines.next(), "sessions_v1.Sessions/get_session_by_id", "200", "gateway", "c-1");
        api.typed("open_session", SessionOpenRequest.newBuilder().setCorrelationId("c-2").build(),
                SessionObjectReply.getDefaultInstance());
        assertLine(lines.next(), "sessions_v1.Sessions/open_session", "400", "gateway", "c-2");
        assertThat(api.invoke("no_such", "").hasError()).isTrue();
        assertLine(lines.next(), "commandable.Commandable/invoke", "404", "gateway", "contract-suite");
        assertThat(telemetry.events()).containsExactly("request: 200", "request: 400", "request: 404");
    }

    @Test
    void unknownMethodIsLoggedWithoutItsName() throws InterruptedException {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> api.typed("0123456789abcdef0123456789abcdef", SessionIdRequest.getDefaultInstance(),
                        SessionObjectReply.getDefaultInstance()));
        assertLine(lines.next(), "-", "501", "-", "-");
    }

    @Test
    void tooLargeMessageIsLoggedWithStatus413() throws InterruptedException {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> get("x".repeat(GrpcFixture.MAX_MESSAGE)));
        assertLine(lines.next(), "sessions_v1.Sessions/get_session_by_id", "413", "-", "-");
    }

    @Test
    void callIsLoggedWithItsTrace() throws InterruptedException {
        get("x");
        assertThat(lines.next().getMDCPropertyMap()).containsEntry("trace_id", TRACE);
    }

    private void get(String id) {
        api.typed("get_session_by_id", SessionIdRequest.newBuilder().setCorrelationId("c-1").setSessionId(id).build(),
                SessionObjectReply.getDefaultInstance());
    }

    private static void assertLine(ILoggingEvent line, String route, String status, String caller,
            String correlationId) {
        assertThat(line.getFormattedMessage()).startsWith("gRPC " + route + " " + status + " ")
                .matches(".* \\d+\\.\\d ms " + caller);
        assertThat(LoggedLines.parts(line)).containsEntry("method", "gRPC").containsEntry("route", route)
                .containsEntry("status", status).containsEntry("caller", caller).containsEntry("address", "127.0.0.1")
                .containsKey("duration_ms");
        assertThat(line.getMDCPropertyMap()).containsEntry("correlation_id", correlationId);
    }
}
