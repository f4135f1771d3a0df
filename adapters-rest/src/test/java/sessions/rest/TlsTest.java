package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.access.Authenticator;
import sessions.testkit.server.TestCertificate;
import sessions.transport.ServerSettings;
import sessions.transport.TlsSettings;

class TlsTest {

    @TempDir
    private static Path folder;

    private static TestCertificate ours;
    private static TestCertificate other;

    @BeforeAll
    static void makeCertificates() {
        ours = TestCertificate.create(folder, "ours", "EC");
        other = TestCertificate.create(folder, "other", "EC");
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void servesBothVersionsOfHttpOverTls(Version version) throws Exception {
        try (HttpApi api = start(tls(ours, null)); HttpClient client = client(ours, null, version)) {
            HttpResponse<String> response = heartbeat(api, client);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.version()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void servesBothVersionsOfHttpInPlaintext(Version version) throws Exception {
        try (HttpApi api = start(null); HttpClient client = HttpClient.newBuilder().version(version).build()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/heartbeat")).build(),
                    BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.version()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "Ed25519"})
    void acceptsOtherKeyAlgorithms(String algorithm) throws Exception {
        TestCertificate each = TestCertificate.create(folder, algorithm, algorithm);
        try (HttpApi api = start(tls(each, null)); HttpClient client = client(each, null, Version.HTTP_2)) {
            assertThat(heartbeat(api, client).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void newConnectionsUseTheNewCertificate() throws Exception {
        try (HttpApi api = start(tls(ours, null));
                HttpClient before = client(ours, null, Version.HTTP_2);
                HttpClient after = client(other, null, Version.HTTP_2)) {
            assertThat(heartbeat(api, before).statusCode()).isEqualTo(200);
            api.replace(tls(other, null));
            assertThat(heartbeat(api, after).statusCode()).isEqualTo(200);
            assertThat(heartbeat(api, before).statusCode()).as("on the existing connection").isEqualTo(200);
        }
    }

    @Test
    void unreadableCertificateKeepsThePreviousOne() throws Exception {
        try (HttpApi api = start(tls(ours, null)); HttpClient client = client(ours, null, Version.HTTP_2)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> api.replace(new TlsSettings("nothing", ours.keyPem(), null, null)));
            assertThat(heartbeat(api, client).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void clientCertificateIsRequiredIfAuthoritiesAreConfigured() throws Exception {
        try (HttpApi api = start(tls(ours, other));
                HttpClient known = client(ours, other, Version.HTTP_1_1);
                HttpClient unknown = client(ours, ours, Version.HTTP_1_1);
                HttpClient none = client(ours, null, Version.HTTP_1_1)) {
            assertThat(heartbeat(api, known).statusCode()).isEqualTo(200);
            for (HttpClient rejected : new HttpClient[]{unknown, none}) {
                assertThatExceptionOfType(IOException.class).isThrownBy(() -> heartbeat(api, rejected));
            }
        }
    }

    @Test
    void clientThatDoesNotTrustTheCertificateAbortsTheHandshake() throws Exception {
        try (HttpApi api = start(tls(ours, null)); HttpClient client = client(other, null, Version.HTTP_2)) {
            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> heartbeat(api, client));
        }
    }

    private static TlsSettings tls(TestCertificate certificate, @Nullable TestCertificate authority) {
        return new TlsSettings(certificate.certificatePem(), certificate.keyPem(), null,
                authority == null ? null : authority.certificatePem());
    }

    private static HttpApi start(@Nullable TlsSettings tls) throws IOException {
        return HttpApi.start(new HttpSettings(ServerSettings.local(Duration.ofSeconds(5)).withTls(tls)),
                HttpApiFixture.service(), Authenticator.ALLOW_ALL);
    }

    private static HttpResponse<String> heartbeat(HttpApi api, HttpClient client)
            throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + api.port() + "/heartbeat")).build(),
                BodyHandlers.ofString());
    }

    private static HttpClient client(TestCertificate trusted, @Nullable TestCertificate own, Version version) {
        return HttpClient.newBuilder().version(version).sslContext(trusted.trusted(own)).build();
    }
}
