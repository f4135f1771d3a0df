package sessions.pip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads the configurations published with the services for Node and Dart, with the environment variables that they use.
 */
final class PublishedConfigsTest {

    private static final String NO_HTTP = "no HTTP endpoint or service is listed or enabled, but HTTP is always"
            + " served, on the default host and port, unless they are set elsewhere";

    @Test
    void nodeConfigWithNothingEnabledKeepsSessionsInMemoryAndListensNowhere() {
        PipConfig config = PipFile.published("node.yml", Map.of());

        assertThat(config.settings()).containsExactlyInAnyOrderEntriesOf(
                Map.of("store", "memory:", "log-level", "trace", "metrics-log-interval", "300000ms"));
        assertThat(config.warnings()).containsExactly(NO_HTTP);
    }

    @Test
    void nodeConfigListensOnAllInterfaces() {
        PipConfig config = PipFile.published("node.yml", Map.of("HTTP_ENABLED", "true", "MEMORY_ENABLED", "1"));

        assertThat(config.settings()).containsEntry("host", "0.0.0.0").containsEntry("port", "8080")
                .containsEntry("store", "memory:");
        assertThat(config.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"node.yml", "dart.yml"})
    void anyNonEmptyValueEnables(String file) {
        assertThat(PipFile.published(file, Map.of("FILE_ENABLED", "false")).settings().get("store"))
                .endsWith("./data/sessions.json");
        assertThat(PipFile.published(file, Map.of("FILE_ENABLED", "0")).settings().get("store"))
                .endsWith("./data/sessions.json");
        assertThat(PipFile.published(file, Map.of("FILE_ENABLED", "")).settings()).containsEntry("store", "memory:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"node.yml", "dart.yml"})
    void environmentSetsTheFile(String file) {
        PipConfig config = PipFile.published(file, Map.of("FILE_ENABLED", "y", "FILE_PATH", "/var/lib/s & t.json"));

        assertThat(config.settings()).containsEntry("store", "file:/var/lib/s & t.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"node.yml", "dart.yml"})
    void environmentSetsTheMongoStore(String file) {
        PipConfig config = PipFile.published(file, Map.of("MONGO_ENABLED", "1", "MONGO_SERVICE_HOST", "mongo.example",
                "MONGO_SERVICE_PORT", "27018", "MONGO_DB", "users", "MONGO_COLLECTION", "old", "MONGO_USER", "ann",
                "MONGO_PASS", "0123&<4"));

        assertThat(config.settings()).containsEntry("store", "mongodb://mongo.example:27018/users.old")
                .containsEntry("store-user", "ann").containsEntry("store-password", "0123&<4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"node.yml", "dart.yml"})
    void mongoDefaultsToLocalhostAndDatabaseApp(String file) {
        PipConfig config = PipFile.published(file, Map.of("MONGO_ENABLED", "1"));

        assertThat(config.settings()).containsEntry("store", "mongodb://localhost:27017/app")
                .doesNotContainKeys("store-user", "store-password");
    }

    @Test
    void uriOverridesHostAndDatabase() {
        PipConfig config = PipFile.published("node.yml", Map.of("HTTP_ENABLED", "1", "MONGO_ENABLED", "1",
                "MONGO_SERVICE_URI", "mongodb://a:27017,b:27017/users?replicaSet=rs0"));

        assertThat(config.settings()).containsEntry("store", "mongodb://a:27017,b:27017/users?replicaSet=rs0");
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void lastPersistenceWinsAndTheOthersAreReported() {
        PipConfig config = PipFile.published("node.yml",
                Map.of("HTTP_ENABLED", "1", "MEMORY_ENABLED", "1", "FILE_ENABLED", "1", "MONGO_ENABLED", "1"));

        assertThat(config.settings()).containsEntry("store", "mongodb://localhost:27017/app");
        assertThat(config.warnings()).containsExactly(
                "line 14: service-sessions:persistence:memory:default:1.0: is ignored; as in the original, only the"
                        + " last of several is used: service-sessions:persistence:mongodb:default:1.0 in line 23",
                "line 18: service-sessions:persistence:file:default:1.0: is ignored; as in the original, only the"
                        + " last of several is used: service-sessions:persistence:mongodb:default:1.0 in line 23");
    }

    @Test
    void nodeConfigServesGrpcAndHttp() {
        PipConfig config = PipFile.published("node.yml", Map.of("HTTP_ENABLED", "1", "GRPC_ENABLED", "1"));

        assertThat(config.settings()).containsEntry("grpc-port", "8090").containsEntry("port", "8080")
                .containsEntry("host", "0.0.0.0");
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void grpcAloneListensOnItsEndpointsAddress() {
        PipConfig config = PipFile.published("node.yml", Map.of("GRPC_ENABLED", "1", "GRPC_PORT", "81"));

        assertThat(config.settings()).containsEntry("grpc-port", "81").containsEntry("host", "0.0.0.0")
                .doesNotContainKey("port");
        assertThat(config.warnings()).containsExactly(NO_HTTP.replace("on the default host and port",
                "on the host of the other service, 0.0.0.0, and the default port"));
    }

    @Test
    void misspelledSectionInTheDartConfigIsCorrected() {
        PipConfig config = PipFile.published("dart.yml", Map.of("MONGO_ENABLED", "1"));

        assertThat(config.settings()).containsEntry("store", "mongodb://localhost:27017/app")
                .containsEntry("host", "0.0.0.0").containsEntry("port", "8080");
        assertThat(config.warnings()).containsExactly("line 29: {{#^MONGO_DB}} is read as {{^MONGO_DB}}");
    }

    @Test
    void readsFlatKeysOfTheDartConfig() {
        PipConfig config = PipFile.published("dart-flat.yml",
                Map.of("MONGO_DB", "users", "MONGO_USER", "ann", "MONGO_PASS", "0&", "LOG_LEVEL", "3"));

        assertThat(config.settings()).containsExactlyInAnyOrderEntriesOf(Map.of("store",
                "mongodb://mongo.example/users",
                "store-user", "ann", "store-password", "0&", "host", "0.0.0.0", "port", "8080", "log-level", "warn"));
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void readsTheFlatUriOfTheDartConfig() {
        PipConfig config = PipFile.published("dart-flat.yml",
                Map.of("MONGO_DB", "users", "MONGO_URI", "mongodb://mongo.example/users"));

        assertThat(config.settings()).containsEntry("store", "mongodb://mongo.example/users");
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void warnsThatSessionsAreInMemoryWithoutAPersistence() {
        PipConfig config = PipFile.published("dart-flat.yml", Map.of());

        assertThat(config.settings()).containsEntry("store", "memory:");
        assertThat(config.warnings()).containsExactly("no persistence is listed or enabled, so sessions are kept in"
                + " memory, as in the original, and are lost when the service stops");
    }

    @Test
    void reportsEveryKeyIndentedBelowTheTextOfADescriptor() {
        assertThatThrownBy(() -> PipFile.published("dart-printed.yml", Map.of("MONGO_DB", "users")))
                .isInstanceOf(InvalidPipConfigException.class)
                .hasMessage(
                        "line 5: uri is indented below the text of descriptor; indent keys to the column of descriptor,"
                                + " 3\nline 13: host is indented below the text of descriptor; indent keys to the"
                                + " column of descriptor, 3");
    }
}
