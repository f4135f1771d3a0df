package sessions.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSourcesTest {

    private static final RequestSources SOURCES = new RequestSources(Set.of("Sessions.internal"),
            Set.of("https://app.example"));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "a.localhost", "127.0.0.1", "127.1.2.3", "[::1]",
            "sessions.internal", "SESSIONS.INTERNAL", "192.0.2.7"})
    void namesOfTheServerAreAllowed(String host) {
        assertThat(SOURCES.allowsHost(host, "192.0.2.7")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "notlocalhost",
            "internal", "192.0.2.8", "[2001:db8::1]", ""})
    void otherHostsAreNotAllowed(String host) {
        assertThat(SOURCES.allowsHost(host, "192.0.2.7")).isFalse();
    }

    @Test
    void addressOfTheConnectionIsAllowedInEachForm() {
        assertThat(SOURCES.allowsHost("[2001:db8:0:0::1]", "2001:db8::1")).isTrue();
        assertThat(SOURCES.allowsHost("192.0.2.7", null)).isFalse();
    }

    @Test
    void ownPagesAndConfiguredOriginsAreAllowed() {
        assertThat(SOURCES.allowsOrigin("http://127.0.0.1:8080", "127.0.0.1:8080")).isTrue();
        assertThat(SOURCES.allowsOrigin("https://localhost", "localhost")).isTrue();
        assertThat(SOURCES.allowsOrigin("https://app.example", "127.0.0.1:8080")).isTrue();
        assertThat(new RequestSources(Set.of(), Set.of("*")).allowsOrigin("https://evil.example", "localhost"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "", "http://127.0.0.1:8081", "127.0.0.1:8080",
            "https://app.example.evil.example"})
    void otherOriginsAreNotAllowed(String origin) {
        assertThat(SOURCES.allowsOrigin(origin, "127.0.0.1:8080")).isFalse();
    }
}
