package sessions.pip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;

/** Reads configurations of the original in tests. */
final class PipFile {

    /** The endpoint that a configuration needs, besides its persistence, to cause no warnings. */
    private static final String HTTP = """

            - descriptor: pip-services:endpoint:http:default:1.0
              connection: {port: 8080}
            """;

    private PipFile() {
    }

    static PipConfig published(String name, Map<String, String> environment) {
        try (InputStream file = PipFile.class.getResourceAsStream("/pip/" + name)) {
            return PipConfig.read(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8),
                    environment);
        } catch (IOException unreadable) {
            throw new IllegalStateException(name, unreadable);
        }
    }

    static PipConfig read(String text) {
        return PipConfig.read(text, Map.of());
    }

    /** Reads a configuration with an endpoint appended. */
    static PipConfig withEndpoint(String text) {
        return read(text + HTTP);
    }

    /** Reads components other than persistence and endpoint, which are added. */
    static PipConfig withStoreAndEndpoint(String text) {
        return withEndpoint("- descriptor: service-sessions:persistence:memory:default:1.0\n" + text);
    }

    static List<String> problems(String text) {
        return Assertions.catchThrowableOfType(InvalidPipConfigException.class, () -> read(text)).problems();
    }
}
