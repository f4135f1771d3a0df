package sessions.bootstrap.contract;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import sessions.application.access.ApiKeyAuthenticator;
import sessions.application.access.IssuedApiKey;
import sessions.domain.access.Role;
import sessions.testkit.Fixtures;

/** A key for each role, and an expired admin key. */
public final class TestKeys {

    private final Map<Role, IssuedApiKey> keys = Map.of(Role.READER, IssuedApiKey.create("monitor", Role.READER, null),
            Role.WRITER, IssuedApiKey.create("gateway", Role.WRITER, null),
            Role.ADMIN, IssuedApiKey.create("operator", Role.ADMIN, null));
    private final IssuedApiKey expired = IssuedApiKey.create("former", Role.ADMIN, Fixtures.NOON);

    public ApiKeyAuthenticator ring() {
        return new ApiKeyAuthenticator(InstantSource.system(), Stream.concat(keys.values().stream(), Stream.of(expired))
                .map(IssuedApiKey::key).toList());
    }

    /** Returns the request header with the key of a role. */
    public Map<String, String> of(Role role) {
        return bearer(Objects.requireNonNull(keys.get(role)));
    }

    Map<String, String> expired() {
        return bearer(expired);
    }

    private static Map<String, String> bearer(IssuedApiKey key) {
        return Map.of("Authorization", "Bearer " + key.secret());
    }

    List<String> secrets() {
        return Stream.concat(keys.values().stream(), Stream.of(expired)).map(IssuedApiKey::secret).toList();
    }
}
