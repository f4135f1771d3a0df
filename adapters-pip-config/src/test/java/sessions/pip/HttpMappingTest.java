package sessions.pip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpMappingTest {

    private static final String MEMORY = "- descriptor: service-sessions:persistence:memory:default:1.0\n";
    private static final String ENDPOINT = MEMORY + "- descriptor: pip-services:endpoint:http:default:1.0\n";
    private static final String SERVICE = MEMORY
            + "- descriptor: service-sessions:service:commandable-http:default:1.0\n";

    @ParameterizedTest
    @ValueSource(strings = {ENDPOINT, SERVICE})
    void listensOnTheOriginalsAddressByDefault(String file) {
        assertThat(PipFile.read(file).settings()).containsEntry("host", "0.0.0.0").containsEntry("port", "3000");
    }

    @ParameterizedTest
    @ValueSource(strings = {ENDPOINT, SERVICE})
    void addressAndLimitsAreRead(String file) {
        PipConfig config = PipFile.read(file + """
                  connection: {protocol: http, host: 10.0.0.1, port: 80}
                  cors_origins: https://a.example,https://b.example
                  options: {request_max_size: 2097152, maintenance_enabled: false}
                """);

        assertThat(config.settings()).containsExactlyInAnyOrderEntriesOf(Map.of("store", "memory:", "host", "10.0.0.1",
                "port", "80", "cors-origins", "https://a.example,https://b.example", "max-body", "2097152B"));
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void endpointOverridesTheServicesAddress() {
        PipConfig config = PipFile.read(SERVICE + """
                  base_route: /v1/sessions
                  connection: {port: 81}
                - descriptor: pip-services:endpoint:http:default:1.0
                  connection: {port: 80}
                """);

        assertThat(config.settings()).containsEntry("port", "80");
        assertThat(config.warnings()).containsExactly("line 4: service-sessions:service:commandable-http:default:1.0:"
                + " connection.port has no counterpart and is ignored");
    }

    @Test
    void originsMayBeListed() {
        assertThat(PipFile.read(ENDPOINT + "  cors_origins: [https://a.example, https://b.example]").settings())
                .containsEntry("cors-origins", "https://a.example,https://b.example");
    }

    @ParameterizedTest
    @CsvSource({"http://10.0.0.1:80,10.0.0.1,80", "'http://[::1]:8080/x','::1',8080"})
    void uriOverridesHostAndPort(String uri, String host, String port) {
        PipConfig config = PipFile.read(ENDPOINT + "  connection: {uri: '" + uri + "', host: other, port: 1}");

        assertThat(config.settings()).containsEntry("host", host).containsEntry("port", port);
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void httpsUsesKeyAndCertificate() {
        PipConfig config = PipFile.read(ENDPOINT + """
                  connection: {protocol: https, port: 443}
                  credential: {ssl_key_file: k.pem, ssl_crt_file: c.pem, ssl_ca_file: ca.pem}
                """);

        assertThat(config.settings()).containsEntry("tls-key", "k.pem").containsEntry("tls-certificate", "c.pem")
                .doesNotContainKey("tls-client-ca");
        assertThat(config.warnings()).containsExactly("line 4: pip-services:endpoint:http:default:1.0:"
                + " credential.ssl_ca_file is ignored, as in the original, which requests no client certificates; to"
                + " require them, set tls-client-ca");
    }

    @Test
    void reportsAllProblemsTogether() {
        assertThat(PipFile.problems(ENDPOINT + """
                  connection: {protocol: https, port: 80a}
                  options:
                    maintenance_enabled: true
                    request_max_size: 1MB
                - descriptor: service-sessions:service:http:default:1.0
                  base_route: api/sessions
                """)).extracting(problem -> problem.replace("pip-services:endpoint:http:default:1.0: ", ""))
                .containsExactly(
                        "line 2: options.maintenance_enabled is on, but this service has no maintenance mode and"
                                + " would serve calls; block them in front of the service instead",
                        "line 3: connection.port must be a whole number above 0 but is '80a'",
                        "line 3: credential.ssl_key_file is missing but https requires it",
                        "line 3: credential.ssl_crt_file is missing but https requires it",
                        "line 6: options.request_max_size must be a whole number above 0 but is '1MB'",
                        "line 8: service-sessions:service:http:default:1.0: base_route must be v1/sessions, which"
                                + " cannot be changed, but is 'api/sessions'");
    }

    @ParameterizedTest
    @CsvSource({"{protocol: ftp},connection.protocol must be http or https but is 'ftp'",
            "{uri: 'x y'},connection.uri must be http://HOST:PORT",
            "{uri: 'http://h'},connection.uri must be http://HOST:PORT",
            "{uri: 'http://u:secret@h:1'},connection.uri must be http://HOST:PORT"})
    void invalidAddressIsAProblem(String connection, String problem) {
        assertThat(PipFile.problems(ENDPOINT + "  connection: " + connection))
                .containsExactly("line 3: pip-services:endpoint:http:default:1.0: " + problem);
    }

    @Test
    void warnsAboutIgnoredKeysThatHaveAnEffectInTheOriginal() {
        PipConfig config = PipFile.read(ENDPOINT + """
                  options: {debug: true, connect_timeout: }
                - descriptor: pip-services:heartbeat-service:http:default:1.0
                  route: heartbeat
                - descriptor: pip-services:status-service:http:default:1.0
                  route: health
                - descriptor: service-sessions:service:http:default:1.0
                  swagger: {enable: false, auto: true, route: api-docs}
                """);

        assertThat(config.warnings()).containsExactly(
                "line 3: pip-services:endpoint:http:default:1.0: options.debug has no counterpart and is ignored",
                "line 7: pip-services:status-service:http:default:1.0: route has no counterpart and is ignored",
                "line 9: service-sessions:service:http:default:1.0: swagger.route has no counterpart and is ignored");
    }
}
