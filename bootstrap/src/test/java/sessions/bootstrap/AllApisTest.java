package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.application.access.IssuedApiKey;
import sessions.bootstrap.command.ServeCommand;
import sessions.bootstrap.service.RunningService;
import sessions.domain.access.Role;
import sessions.testkit.server.HttpCalls;

/** Serves the example configuration with every API, with other ports and file paths. */
class AllApisTest {

    private static final String EXAMPLE = Path.of("..", "deploy", "all-apis.yml").toString();

    @TempDir
    private Path folder;

    private final IssuedApiKey key = IssuedApiKey.create("gateway", Role.WRITER, null);

    @BeforeEach
    void writeKeys() throws IOException {
        Files.writeString(folder.resolve("access-keys"), key.key().line());
    }

    @Test
    void eachApiAcceptsCallersWithAKey() throws Exception {
        Map<String, String> headers = Map.of("X-API-Key", key.secret());
        try (RunningService service = start();
                HttpCalls http = new HttpCalls(service.port(), headers);
                GrpcCalls grpc = new GrpcCalls(service)) {
            assertThat(http.command("open_session", "{\"user_id\":\"1\"}").status()).isEqualTo(200);
            assertThat(http.send("POST", "/v2/sessions", Map.of("Content-Type", "application/json"),
                    "{\"user_id\":\"1\"}".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(201);
            List<String> seneca = service.apis().seneca().addresses("");
            assertThat(seneca).hasSize(2);
            assertThat(SenecaCalls.openOverHttp(seneca.get(0), "X-API-Key", key.secret()))
                    .contains("\"user_id\":\"1\"");
            assertThat(SenecaCalls.openOverTcp(seneca.get(1))).contains("\"user_id\":\"1\"");
            assertThat(http.get("/v2/users/1/sessions?total=true").body()).contains("\"total\":4");
            assertThat(grpc.open(headers).getSession().getUserId()).isEqualTo("42");
            assertThat(http.get("/metrics").body()).contains("sessions_");
        }
    }

    @Test
    void callersWithoutAKeyAreRejected() throws Exception {
        try (RunningService service = start();
                HttpCalls http = new HttpCalls(service.port());
                GrpcCalls grpc = new GrpcCalls(service)) {
            assertThat(http.command("get_sessions", "{}").status()).isEqualTo(401);
            assertThat(SenecaCalls.openOverHttp(service.apis().seneca().addresses("").get(0)))
                    .contains("UNAUTHORIZED");
            assertThat(grpc.open(Map.of()).getError().getCode()).isEqualTo("UNAUTHORIZED");
        }
    }

    @Test
    void configPrintsTheFileAsOrigin() {
        CommandRun run = CommandRun.of(environment(), "config", "--config", EXAMPLE);
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines()).anyMatch(comesFromTheFile("grpc-port: 8090"))
                .anyMatch(comesFromTheFile("seneca-port: 10101")).anyMatch(comesFromTheFile("seneca-tcp-port: 10201"))
                .anyMatch(comesFromTheFile("seneca-tcp-role: writer")).anyMatch(comesFromTheFile("port: 8080"));
    }

    private static Predicate<String> comesFromTheFile(String setting) {
        return line -> line.startsWith(setting + "  # " + EXAMPLE + ", line ");
    }

    private RunningService start() throws IOException {
        ServeCommand serve = (ServeCommand) Main.commandLine(environment())
                .parseArgs("serve", "--config", EXAMPLE, "--store", "jdbc:h2:file:" + folder.resolve("sessions"),
                        "--port", "0", "--grpc-port", "0", "--seneca-port", "0", "--seneca-tcp-port", "0")
                .subcommand().commandSpec().userObject();
        return RunningService.start(serve.settings(), InstantSource.system());
    }

    private Map<String, String> environment() {
        return Map.of("SESSIONS_ACCESS_KEYS_FILE", folder.resolve("access-keys").toString());
    }
}
