package sessions.pip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PersistenceMappingTest {

    private static final String MONGO = "- descriptor: service-sessions:persistence:mongodb:default:1.0\n";
    private static final String FILE = "- descriptor: service-sessions:persistence:file:default:1.0\n";

    @ParameterizedTest
    @CsvSource({"./data/sessions.json,file:./data/sessions.json", "../x.json,file:../x.json", "/x.json,file:/x.json",
            "~/x.json,file:./~/x.json"})
    void filePathIsThatOfTheOriginal(String path, String url) {
        assertThat(PipFile.withEndpoint(FILE + "  path: " + path).settings()).containsEntry("store", url);
    }

    @Test
    void filePathMustFitIntoAUrl() {
        assertThat(PipFile.problems(FILE + "  path: a;b.json"))
                .containsExactly("line 2: service-sessions:persistence:file"
                        + ":default:1.0: path must name a file and not contain ; or ?");
        assertThat(PipFile.problems(FILE + "  path:")).containsExactly("line 1: service-sessions:persistence:file"
                + ":default:1.0: path is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"service-sessions:persistence:memory:*:1.0", "pip-services-sessions:persistence:memory:x:2.0",
                    "*:persistence:memory:default:*"})
    void nameAndVersionMakeNoDifference(String descriptor) {
        PipConfig config = PipFile
                .withEndpoint("- descriptor: \"" + descriptor + "\"\n  options: {max_page_size: 50}");

        assertThat(config.settings()).containsEntry("store", "memory:").containsEntry("max-page-size", "50");
        assertThat(config.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"service-sessions:persistence:couchbase:default:1.0",
            "pip-services-users:persistence:mongodb:default:1.0"})
    void unsupportedPersistenceIsAProblem(String descriptor) {
        assertThat(PipFile.problems("- descriptor: " + descriptor)).singleElement().asString()
                .startsWith("line 1: " + descriptor + ": ").contains("expected ");
    }

    @Test
    void hostsAreJoined() {
        assertThat(PipFile.withEndpoint(MONGO + """
                  connections:
                    - host: a
                      port: 1
                      database: app
                    - host: ::1
                      port: 2
                """).settings()).containsEntry("store", "mongodb://a:1,[::1]:2/app");
    }

    @Test
    void optionsBecomeParametersOfTheUrl() {
        PipConfig config = PipFile.withEndpoint(MONGO + """
                  connection: {host: a, database: app, protocol: mongodb, readPreference: nearest}
                  credential: {username: ann, authMechanism: SCRAM-SHA-1}
                  options:
                    replica_set: rs 0
                    auth_source: admin
                    ssl: true
                    max_pool_size: 7
                    connect_timeout: 500
                    socket_timeout: 600
                    keep_alive: 1
                """);

        assertThat(config.settings())
                .containsEntry("store", "mongodb://a/app?authMechanism=SCRAM-SHA-1&authSource=admin"
                        + "&connectTimeoutMS=500&maxPoolSize=7&readPreference=nearest&replicaSet=rs%200&socketTimeoutMS=600&ssl=true")
                .containsEntry("store-user", "ann").doesNotContainKey("store-password");
        assertThat(config.warnings()).containsExactly("line 11: service-sessions:persistence:mongodb:default:1.0:"
                + " options.keep_alive has no counterpart and is ignored");
    }

    @ParameterizedTest
    @CsvSource({"mongodb://a/users,mongodb://a/users.old?ssl=true",
            "mongodb://u:p@a/users?w=1,mongodb://u:p@a/users.old?w=1&ssl=true",
            "mongodb+srv://a/users?,mongodb+srv://a/users.old?&ssl=true"})
    void collectionAndOptionsGoIntoTheUri(String uri, String url) {
        assertThat(PipFile.withEndpoint(
                MONGO + "  collection: old\n  options: {ssl: yes}\n  connection:\n    uri: '" + uri + "'").settings())
                .containsEntry("store", url);
    }

    @ParameterizedTest
    @CsvSource({"mongodb://a,mongodb://a/test", "mongodb://u:p@a/?w=1,mongodb://u:p@a/test?w=1&authSource=admin",
            "mongodb://u:p@a/?authSource=x,mongodb://u:p@a/test?authSource=x"})
    void uriWithoutADatabaseUsesTheOriginalsDefault(String uri, String url) {
        PipConfig config = PipFile.withEndpoint(MONGO + "  connection: {uri: '" + uri + "', database: app}");

        assertThat(config.settings()).containsEntry("store", url);
        assertThat(config.warnings()).containsExactly("line 2: service-sessions:persistence:mongodb:default:1.0:"
                + " connection.uri names no database, so 'test' is used, as in the original for Node; name the"
                + " database in the URI");
    }

    @Test
    void credentialIsIgnoredIfAUriIsSet() {
        PipConfig config = PipFile
                .withEndpoint(MONGO + "  connection: {uri: mongodb://a/b}\n  credential: {username: ann, password: x}");

        assertThat(config.settings()).doesNotContainKeys("store-user", "store-password");
        assertThat(config.warnings()).containsExactly("line 3: service-sessions:persistence:mongodb:default:1.0:"
                + " credential is ignored if connection.uri is set, as in the original; put it into the URI if it is"
                + " needed");
    }

    @Test
    void problemWithAUriDoesNotQuoteIt() {
        assertThat(PipFile.problems(MONGO + "  connection: {uri: 'http://u:secret@h'}")).containsExactly(
                "line 2: service-sessions:persistence:mongodb:default:1.0: connection.uri must be"
                        + " mongodb://HOST/DATABASE");
    }

    @Test
    void reportsAllProblemsTogether() {
        assertThat(PipFile.problems(MONGO + """
                  connection:
                    host: u:secret@h
                    port: abc
                    database: a.b
                    discovery_key: mongo
                  credential:
                    store_key: mongo
                  options:
                    ssl: perhaps
                    max_page_size: -1
                """)).extracting(problem -> problem.replace("service-sessions:persistence:mongodb:default:1.0: ", ""))
                .containsExactly("line 3: connection.host must be a host name or address",
                        "line 4: connection.port must be a whole number above 0 but is 'abc'",
                        "line 5: connection.database must be a database name",
                        "line 6: discovery_key has no counterpart: nothing is looked up elsewhere; set the values"
                                + " that it refers to here",
                        "line 8: store_key has no counterpart: nothing is looked up elsewhere; set the values that"
                                + " it refers to here",
                        "line 10: options.ssl must be true or false but is 'perhaps'",
                        "line 11: options.max_page_size must be a whole number above 0 but is '-1'");
    }

    @Test
    void hostAndDatabaseAreRequired() {
        assertThat(PipFile.problems(MONGO)).containsExactly(
                "line 1: service-sessions:persistence:mongodb:default:1.0: connection.host or connection.uri is"
                        + " missing",
                "line 1: service-sessions:persistence:mongodb:default:1.0: connection.database or connection.uri is"
                        + " missing");
    }
}
