package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;
import commandable.InvokeReply;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sessions.application.access.ApiKeyAuthenticator;
import sessions.application.access.IssuedApiKey;
import sessions.bootstrap.service.RunningService;
import sessions.bootstrap.settings.ServiceSettings;
import sessions.domain.access.Role;
import sessions.testkit.server.HttpCalls;

/** Access control and rate limits over gRPC, for typed methods and generic commands. */
class GrpcAccessTest {

    private static final Map<String, String> ARGUMENTS = Map.of("user_id", "42", "session_id", "x", "data", "1", "user",
            "1");

    private final IssuedApiKey expired = IssuedApiKey.create("former", Role.ADMIN,
            Instant.now().minus(Duration.ofDays(1)));
    private final Map<Role, IssuedApiKey> keys = Map.of(Role.READER, IssuedApiKey.create("monitor", Role.READER, null),
            Role.WRITER, IssuedApiKey.create("gateway", Role.WRITER, null),
            Role.ADMIN, IssuedApiKey.create("operator", Role.ADMIN, null));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"get_session_by_id | READER | {'session_id':'x'}",
            "open_session | WRITER | {'user_id':'42'}", "store_session_data | WRITER | {'session_id':'x','data':1}",
            "update_session_user | WRITER | {'session_id':'x','user':1}", "close_session | WRITER | {'session_id':'x'}",
            "get_sessions | ADMIN | {}", "close_expired_sessions | ADMIN | {}",
            "delete_session_by_id | ADMIN | {'session_id':'x'}"})
    void everyCommandWithEveryRole(String command, Role least, String arguments) throws IOException {
        ApiKeyAuthenticator ring = new ApiKeyAuthenticator(InstantSource.system(),
                Stream.concat(keys.values().stream(), Stream.of(expired)).map(IssuedApiKey::key).toList());
        try (RunningService service = RunningService.start(settings(), InstantSource.system(), ring);
                GrpcCalls calls = new GrpcCalls(service)) {
            Map<Map<String, String>, String> answers = new HashMap<>();
            answers.put(Map.of(), "UNAUTHORIZED");
            answers.put(Map.of("authorization", "Bearer sessions_wrong"), "UNAUTHORIZED");
            answers.put(header(expired), "UNAUTHORIZED");
            keys.forEach((role, key) -> answers.put(header(key), role.includes(least) ? "" : "FORBIDDEN"));
            answers.forEach((headers, code) -> {
                assertThat(GrpcCalls.text(calls.errorOfTyped(command, ARGUMENTS, headers), "code")).isEqualTo(code);
                assertThat(calls.invoke(command, arguments.replace('\'', '"'), headers).getError().getCode())
                        .isEqualTo(code);
            });
        }
    }

    @Test
    void keysHaveSeparateRateLimits() throws IOException {
        try (RunningService service = start("--key-rate", "2/h"); GrpcCalls calls = new GrpcCalls(service)) {
            assertThat(code(calls, Role.WRITER)).isEmpty();
            assertThat(code(calls, Role.WRITER)).isEmpty();
            DynamicMessage error = get(calls, key(Role.WRITER));
            assertThat(List.of(GrpcCalls.text(error, "code"), GrpcCalls.text(error, "status"),
                    GrpcCalls.text(error, "category"))).containsExactly("RATE_LIMITED", "429", "NoResponse");
            InvokeReply reply = calls.invoke("get_sessions", "{}", key(Role.WRITER));
            assertThat(reply.getError().getStatus()).isEqualTo(429);
            assertThat(reply.getError().getDetailsMap()).containsOnlyKeys("retry_after_seconds");
            assertThat(code(calls, Role.READER)).isEmpty();
        }
    }

    @Test
    void guessingKeysIsLimitedByPeerAddressButProbesAreNot() throws IOException {
        try (RunningService service = start("--address-rate", "3/h");
                GrpcCalls calls = new GrpcCalls(service);
                HttpCalls http = new HttpCalls(service.port())) {
            for (int i = 0; i < 3; i++) {
                assertThat(GrpcCalls.text(get(calls, Map.of("x-api-key", "sessions_wrong", "x-forwarded-for",
                        "192.0.2." + i)), "code")).isEqualTo("UNAUTHORIZED");
            }
            assertThat(code(calls, Role.ADMIN)).isEqualTo("RATE_LIMITED");
            assertThat(http.get("/v2/sessions/x").status()).as("from the same address").isEqualTo(429);
            assertThat(calls.health()).isEqualTo(ServingStatus.SERVING);
        }
    }

    private RunningService start(String... rates) throws IOException {
        String lines = String.join(",", keys.values().stream().map(key -> key.key().line()).toList());
        return RunningService.start(settings(Stream.concat(Stream.of("--access-keys", lines), Stream.of(rates))
                .toArray(String[]::new)), InstantSource.system());
    }

    private static ServiceSettings settings(String... options) throws IOException {
        return ServiceFixture.settings(Stream.concat(Stream.of("--store", "memory:", "--grpc-port", "0"),
                Stream.of(options)).toArray(String[]::new));
    }

    private String code(GrpcCalls calls, Role role) {
        return GrpcCalls.text(get(calls, key(role)), "code");
    }

    private static DynamicMessage get(GrpcCalls calls, Map<String, String> headers) {
        return calls.errorOfTyped("get_session_by_id", ARGUMENTS, headers);
    }

    private Map<String, String> key(Role role) {
        return header(Objects.requireNonNull(keys.get(role)));
    }

    private static Map<String, String> header(IssuedApiKey key) {
        return Map.of("authorization", "Bearer " + key.secret());
    }
}
