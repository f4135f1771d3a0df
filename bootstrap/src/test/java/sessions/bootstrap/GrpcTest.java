package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sessions.bootstrap.service.RunningService;
import sessions.bootstrap.settings.ServiceSettings;
import sessions.testkit.server.HttpCalls;
import sessions.transport.ConnectionLimits;
import sessions.transport.RequestLimits;
import sessions.transport.ServerSettings;
import sessions_v1.SessionObjectReply;

/** gRPC on the assembled service. */
class GrpcTest {

    @Test
    void isOffWithoutAPort() throws IOException {
        assertThat(ServiceFixture.settings().grpc()).isNull();
    }

    @Test
    void hasTheLimitsOfHttp() throws IOException {
        assertThat(ServiceFixture.settings("--grpc-port", "8090", "--max-body", "2KiB", "--max-header", "3KiB",
                "--max-concurrent", "4", "--longest-wait", "5s", "--max-connections", "6", "--idle-timeout", "7s",
                "--arrival-time", "8s", "--drain-time", "9s").grpc())
                .isEqualTo(new ServerSettings("127.0.0.1", 8090, null,
                        new RequestLimits(2 << 10, 3 << 10, 4, Duration.ofSeconds(5)),
                        new ConnectionLimits(6, Duration.ofSeconds(7), Duration.ofSeconds(8), 10_000),
                        Duration.ofSeconds(9), ServiceFixture.settings().http().server().sources()));
    }

    @Test
    void sessionsAreSharedWithHttp() throws IOException {
        try (RunningService service = start("--store", "memory:"); HttpCalls http = new HttpCalls(service.port())) {
            String id = open(service).getSession().getId();
            assertThat(http.get("/v2/sessions/" + id).body()).contains("\"user_id\":\"42\"");
            assertThat(http.get("/status").body()).contains("service-sessions:service:grpc:default:1.0",
                    "service-sessions:service:commandable-grpc:default:1.0");
        }
    }

    @Test
    void callsAreCounted() throws IOException {
        try (RunningService service = start("--store", "memory:"); HttpCalls http = new HttpCalls(service.port())) {
            try (GrpcCalls calls = new GrpcCalls(service)) {
                assertThat(calls.invoke("open_session", "{\"user_id\":\"42\"}", Map.of()).hasError()).isFalse();
                assertThat(calls.invoke("open_session", "{}", Map.of()).getError().getStatus()).isEqualTo(400);
                assertThat(calls.invoke("no_such", "{}", Map.of()).getError().getStatus()).isEqualTo(404);
                assertThat(http.get("/metrics").body().lines()).contains("sessions_grpc_connections 1.0");
            }
            assertThat(http.get("/metrics").body().lines()).contains(
                    "sessions_calls_seconds_count{command=\"open_session\",outcome=\"ok\"} 1",
                    "sessions_http_requests_seconds_count{status=\"200\"} 1",
                    "sessions_http_requests_seconds_count{status=\"400\"} 1",
                    "sessions_http_requests_seconds_count{status=\"404\"} 1", "sessions_http_requests_active 0.0");
        }
    }

    @Test
    void addressInUsePreventsTheStart() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            ServiceSettings settings = ServiceFixture.settings("--store", "memory:", "--grpc-port",
                    Integer.toString(taken.getLocalPort()));
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> RunningService.start(settings, InstantSource.system()).close())
                    .withMessageStartingWith("Cannot listen on 127.0.0.1:" + taken.getLocalPort() + " for gRPC: ");
        }
    }

    @Test
    void invalidPortIsReported() {
        CommandRun run = CommandRun.ofServe(Map.of(), "--grpc-port", "65536");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("'--grpc-port'", "is not a port from 0 to 65535");
    }

    private static RunningService start(String... options) throws IOException {
        String[] all = Stream.concat(Stream.of(options), Stream.of("--grpc-port", "0")).toArray(String[]::new);
        return RunningService.start(ServiceFixture.settings(all), InstantSource.system());
    }

    private static SessionObjectReply open(RunningService service) {
        try (GrpcCalls calls = new GrpcCalls(service)) {
            return calls.open(Map.of());
        }
    }
}
