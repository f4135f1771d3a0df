package sessions.pip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the mapping of gRPC and Seneca. */
final class SharedListenerTest {

    private static final String MEMORY = "- descriptor: service-sessions:persistence:memory:default:1.0\n";
    private static final String GRPC = "- descriptor: pip-services:endpoint:grpc:default:1.0\n";
    private static final String SENECA = "- descriptor: service-sessions:service:seneca:default:1.0\n";
    private static final String HTTPS = MEMORY + """
            - descriptor: pip-services:endpoint:http:default:1.0
              connection: {protocol: https, host: 10.0.0.1, port: 443}
              credential: {ssl_key_file: k.pem, ssl_crt_file: c.pem}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"pip-services:endpoint:grpc", "service-sessions:service:grpc",
            "pip-services-sessions:service:commandable-grpc"})
    void grpcUsesThePortOfItsEndpointOrService(String component) {
        String descriptor = "- descriptor: " + component + ":default:1.0\n  ";

        for (String address : new String[]{"connection: {protocol: http, host: 0.0.0.0, port: 81}", "port: 81",
                "connection: {uri: 'http://0.0.0.0:81'}"}) {
            assertThat(PipFile.withStoreAndEndpoint(descriptor + address).settings()).containsEntry("grpc-port", "81");
        }
        assertThat(PipFile.withStoreAndEndpoint(descriptor).settings()).containsEntry("grpc-port", "3000");
    }

    @ParameterizedTest
    @CsvSource({"http,seneca-port", "web,seneca-port", "tcp,seneca-tcp-port"})
    void senecaPortDependsOnTheProtocol(String protocol, String port) {
        assertThat(seneca("connection: {protocol: " + protocol + ", port: 10101}").settings())
                .containsEntry(port, "10101");
        assertThat(seneca("protocol: " + protocol).settings()).containsEntry(port, "3000");
    }

    @Test
    void senecaOverTcpHasItsOwnHost() {
        assertThat(seneca("connection: {protocol: tcp, host: 10.0.0.2}").settings())
                .containsEntry("seneca-tcp-host", "10.0.0.2").containsEntry("host", "0.0.0.0");
        assertThat(seneca("connection: {protocol: tcp}").settings()).containsEntry("seneca-tcp-host", "0.0.0.0");
    }

    @Test
    void allListenersCanBeCombined() {
        PipConfig config = PipFile.withStoreAndEndpoint(GRPC + "  connection: {port: 81}\n"
                + "- descriptor: service-sessions:service:grpc:default:1.0\n"
                + "- descriptor: service-sessions:service:commandable-grpc:default:1.0\n  base_route: v1/sessions\n"
                + "- descriptor: pip-services:endpoint:seneca:default:1.0\n"
                + SENECA + "  connection: {protocol: http, port: 82}\n"
                + SENECA + "  connection: {protocol: tcp, host: 127.0.0.1, port: 83}\n");

        assertThat(config.settings()).containsExactlyInAnyOrderEntriesOf(Map.of("store", "memory:", "host", "0.0.0.0",
                "port", "8080", "grpc-port", "81", "seneca-port", "82", "seneca-tcp-port", "83", "seneca-tcp-host",
                "127.0.0.1"));
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void warnsAboutDifferencesFromHttp() {
        PipConfig config = PipFile.read(HTTPS + GRPC + """
                  connection: {protocol: https, host: 10.0.0.1, port: 81}
                  credential: {ssl_key_file: k2.pem, ssl_crt_file: c2.pem}
                """ + SENECA + "  connection: {protocol: http, host: 10.0.0.2, port: 82}\n");

        assertThat(config.settings()).containsEntry("tls-certificate", "c.pem").containsEntry("tls-key", "k.pem")
                .containsEntry("host", "10.0.0.1").containsEntry("grpc-port", "81").containsEntry("seneca-port", "82");
        assertThat(config.warnings()).containsExactly(
                "line 5: pip-services:endpoint:grpc:default:1.0: uses the certificate of HTTP, c.pem",
                "line 8: service-sessions:service:seneca:default:1.0: connection.host is ignored, because it listens"
                        + " on the host of HTTP, 10.0.0.1",
                "line 8: service-sessions:service:seneca:default:1.0: uses the certificate of HTTP, c.pem");
    }

    @Test
    void withoutHttpTheCertificateOfGrpcIsUsedForAll() {
        PipConfig config = PipFile.read(MEMORY + GRPC + """
                  connection: {protocol: https, host: 10.0.0.1, port: 81}
                  credential: {ssl_key_file: k.pem, ssl_crt_file: c.pem}
                """);

        assertThat(config.settings()).containsExactlyInAnyOrderEntriesOf(Map.of("store", "memory:", "host", "10.0.0.1",
                "tls-key", "k.pem", "tls-certificate", "c.pem", "grpc-port", "81"));
        assertThat(config.warnings())
                .containsExactly("no HTTP endpoint or service is listed or enabled, but HTTP is always served, on"
                        + " the host of the other service, 10.0.0.1, and the default port, unless they are set"
                        + " elsewhere");
    }

    @Test
    void lastPortOfAProtocolWins() {
        PipConfig config = seneca("connection: {protocol: http, port: 82}\n" + SENECA
                + "  connection: {protocol: web, port: 83}");

        assertThat(config.settings()).containsEntry("seneca-port", "83");
        assertThat(config.warnings()).containsExactly("line 4: service-sessions:service:seneca:default:1.0: replaces"
                + " the previous one, on port 82: there is only one seneca-port");
    }

    @Test
    void warnsAboutListenersThatCannotBeServed() {
        PipConfig config = seneca("connection: {host: 10.0.0.1}\n" + SENECA + "  connection: {protocol: amqp}\n" + GRPC
                + "  connection: {port: 81}\n  options: {debug: true}");

        assertThat(config.settings()).doesNotContainKeys("seneca-port", "seneca-tcp-port");
        assertThat(config.warnings()).containsExactly(
                "line 2: service-sessions:service:seneca:default:1.0: does not listen, as in the original, because"
                        + " connection.protocol is none",
                "line 4: service-sessions:service:seneca:default:1.0: is ignored, because connection.protocol 'amqp'"
                        + " has no counterpart; expected http or tcp",
                "line 8: pip-services:endpoint:grpc:default:1.0: options.debug has no counterpart and is ignored");
    }

    @Test
    void reportsAllProblemsTogether() {
        assertThat(PipFile.problems(MEMORY + """
                - descriptor: pip-services:endpoint:http:default:1.0
                - descriptor: pip-services:endpoint:grpc:default:1.0
                  connection: {protocol: https, port: 81}
                  credential: {ssl_key_file: k.pem, ssl_crt_file: c.pem}
                  options: {maintenance_enabled: true}
                - descriptor: service-sessions:service:commandable-grpc:default:1.0
                  base_route: api
                - descriptor: service-sessions:service:seneca:default:1.0
                  connection: {protocol: tcp, port: none, discovery_key: sessions}
                """)).containsExactly(
                "line 3: pip-services:endpoint:grpc:default:1.0: connection.protocol is https, but it shares the"
                        + " certificate of HTTP, which has none",
                "line 3: pip-services:endpoint:grpc:default:1.0: options.maintenance_enabled is on, but this service"
                        + " has no maintenance mode and would serve calls; block them in front of the service instead",
                "line 8: service-sessions:service:commandable-grpc:default:1.0: base_route must be v1/sessions,"
                        + " which cannot be changed, but is 'api'",
                "line 10: service-sessions:service:seneca:default:1.0: discovery_key has no counterpart: nothing is"
                        + " looked up elsewhere; set the values that it refers to here",
                "line 10: service-sessions:service:seneca:default:1.0: connection.port must be a whole number above"
                        + " 0 but is 'none'");
    }

    private static PipConfig seneca(String keys) {
        return PipFile.withStoreAndEndpoint(SENECA + "  " + keys);
    }
}
