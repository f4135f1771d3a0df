package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.application.access.IssuedApiKey;
import sessions.domain.access.Role;

/** Seneca messages on the assembled service. */
class SenecaTest {

    private static final String KEY = IssuedApiKey.create("gateway", Role.WRITER, null).key().line();

    @Test
    void areAcceptedOnEveryConfiguredPort() throws Exception {
        try (ServiceFixture service = ServiceFixture.with("--store", "memory:", "--seneca-on-http", "--seneca-port",
                "0", "--seneca-tcp-port", "0")) {
            List<String> addresses = service.seneca();
            assertThat(addresses).hasSize(3);
            assertThat(addresses.get(0)).isEqualTo("http://127.0.0.1:" + service.port() + "/act");
            assertThat(addresses.get(1)).matches("http://127\\.0\\.0\\.1:\\d+/act");
            assertThat(addresses.get(2)).matches("tcp://127\\.0\\.0\\.1:\\d+");
            assertThat(SenecaCalls.openOverHttp(addresses.get(0))).contains("\"user_id\":\"1\"");
            assertThat(SenecaCalls.openOverHttp(addresses.get(1))).contains("\"user_id\":\"1\"");
            assertThat(SenecaCalls.openOverTcp(addresses.get(2))).contains("\"user_id\":\"1\"");
            assertThat(service.calls().get("/v2/users/1/sessions?total=true").body()).contains("\"total\":3");
        }
    }

    @Test
    void areCounted() throws Exception {
        try (ServiceFixture service = ServiceFixture.with("--store", "memory:", "--seneca-port", "0",
                "--seneca-tcp-port", "0")) {
            SenecaCalls.openOverHttp(service.seneca().get(0));
            SenecaCalls.openOverTcp(service.seneca().get(1));
            assertThat(service.calls().get("/metrics").body().lines()).contains(
                    "sessions_calls_seconds_count{command=\"open_session\",outcome=\"ok\"} 2",
                    "sessions_http_requests_seconds_count{status=\"200\"} 2", "sessions_http_requests_active 0.0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seneca-on-http", "--seneca-port=0", "--seneca-tcp-port=0"})
    void areListedAsComponent(String option) {
        String component = "service-sessions:service:seneca:default:1.0";
        try (ServiceFixture with = ServiceFixture.with("--store", "memory:", option);
                ServiceFixture without = ServiceFixture.with("--store", "memory:")) {
            assertThat(with.calls().get("/status").body()).contains(component);
            assertThat(without.calls().get("/status").body()).doesNotContain(component);
        }
    }

    @Test
    void areOffByDefault() throws Exception {
        try (ServiceFixture service = ServiceFixture.with("--store", "memory:")) {
            assertThat(service.seneca()).isEmpty();
            assertThat(SenecaCalls.openOverHttp("http://127.0.0.1:" + service.port() + "/act"))
                    .contains("\"code\":\"NOT_FOUND\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"reader, FORBIDDEN", "writer, user_id"})
    void overTcpHaveTheConfiguredRole(String role, String expected) throws Exception {
        try (ServiceFixture service = ServiceFixture.with("--store", "memory:", "--access-keys", KEY,
                "--seneca-port", "0", "--seneca-tcp-port", "0", "--seneca-tcp-role", role)) {
            assertThat(SenecaCalls.openOverHttp(service.seneca().get(0))).contains("\"code\":\"UNAUTHORIZED\"");
            assertThat(SenecaCalls.openOverTcp(service.seneca().get(1))).contains(expected);
        }
    }

    @Test
    void withKeysTheTcpRoleIsRequired() {
        assertThat(error("--access-keys", KEY, "--seneca-tcp-port", "0")).startsWith(
                "sessions: --seneca-tcp-role is required with --access-keys and --seneca-tcp-port: messages over TCP"
                        + " carry no key");
        assertThat(error("--seneca-tcp-role", "reader")).startsWith(
                "sessions: --seneca-tcp-role requires --seneca-tcp-port");
        assertThat(error("--seneca-tcp-host", " ")).startsWith("sessions: --seneca-tcp-host must not be empty");
        assertThat(error("--seneca-tcp-role", "root")).contains("'root' is not reader, writer or admin");
    }

    @Test
    void tcpFromOtherMachinesRequiresTheInsecureOption() {
        String[] beyond = {"--seneca-tcp-port", "0", "--seneca-tcp-host", "192.0.2.1", "--seneca-tcp-role", "reader"};
        assertThat(error(beyond)).startsWith("sessions: --seneca-tcp-host 192.0.2.1 would let other machines call the"
                + " service without authentication, because messages over TCP carry no key; to allow this, add"
                + " --insecure-no-auth");
        CommandRun withConsent = CommandRun.ofServe(Map.of("SESSIONS_ACCESS_KEYS", KEY, "SESSIONS_INSECURE_NO_AUTH",
                "true", "SESSIONS_PORT", "0"), beyond);
        assertThat(withConsent.exit()).isEqualTo(1);
        assertThat(withConsent.err()).contains(
                "sessions: session ids and content reach --seneca-tcp-host 192.0.2.1 unencrypted, unless",
                "sessions: Cannot listen on 192.0.2.1:0: ");
    }

    private static String error(String... options) {
        CommandRun run = CommandRun.ofServe(Map.of(), options);
        assertThat(run.exit()).isEqualTo(2);
        return run.err();
    }
}
