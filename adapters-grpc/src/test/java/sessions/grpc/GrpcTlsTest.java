package sessions.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.access.Authenticator;
import sessions.domain.telemetry.Telemetry;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.server.TestCertificate;
import sessions.transport.ServerSettings;
import sessions.transport.TlsSettings;
import sessions_v1.SessionIdRequest;
import sessions_v1.SessionObjectReply;

@Timeout(60)
class GrpcTlsTest {

    @TempDir
    private static Path folder;

    private static TestCertificate ours;
    private static TestCertificate other;

    @BeforeAll
    static void makeCertificates() {
        ours = TestCertificate.create(folder, "ours", "EC");
        other = TestCertificate.create(folder, "other", "RSA");
    }

    @Test
    void servesClientsThatTrustTheCertificate() throws IOException {
        try (GrpcApi api = start(tls(ours, null))) {
            assertThat(get(api, ours, null)).isEqualTo(SessionObjectReply.getDefaultInstance());
            assertRejected(api, other, null);
        }
    }

    @Test
    void clientCertificateIsRequiredIfAuthoritiesAreConfigured() throws IOException {
        try (GrpcApi api = start(tls(ours, other))) {
            assertThat(get(api, ours, other)).isEqualTo(SessionObjectReply.getDefaultInstance());
            assertRejected(api, ours, null);
            assertRejected(api, ours, ours);
        }
    }

    @Test
    void newConnectionsUseTheNewCertificate() throws IOException {
        try (GrpcApi api = start(tls(ours, null))) {
            api.replace(tls(other, null));
            assertThat(get(api, other, null)).isEqualTo(SessionObjectReply.getDefaultInstance());
            assertRejected(api, ours, null);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> api.replace(new TlsSettings("nothing", ours.keyPem(), null, null)))
                    .withMessageContaining("TLS certificate");
            assertThat(get(api, other, null)).isEqualTo(SessionObjectReply.getDefaultInstance());
        }
    }

    @Test
    void clientOfARemovedAuthorityIsRejectedAlsoWhenResumingATlsSession() throws IOException {
        SSLContext caller = ours.trusted(other);
        try (GrpcApi api = start(tls(ours, other))) {
            SSLSession session = handshake(api, caller);
            assertThat(handshake(api, caller).getCreationTime()).as("the session is resumed")
                    .isEqualTo(session.getCreationTime());
            api.replace(tls(ours, ours));
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> handshake(api, caller));
        }
    }

    /** Performs a TLS 1.2 handshake, which does not complete before the server has checked the client certificate. */
    private static SSLSession handshake(GrpcApi api, SSLContext caller) throws IOException {
        try (SSLSocket socket = (SSLSocket) caller.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(),
                api.port())) {
            socket.setEnabledProtocols(new String[]{"TLSv1.2"});
            socket.startHandshake();
            return socket.getSession();
        }
    }

    private static TlsSettings tls(TestCertificate certificate, @Nullable TestCertificate authority) {
        return new TlsSettings(certificate.certificatePem(), certificate.keyPem(), null,
                authority == null ? null : authority.certificatePem());
    }

    private static GrpcApi start(TlsSettings tls) throws IOException {
        return GrpcApi.start(ServerSettings.local(Duration.ofSeconds(5)).withTls(tls),
                GrpcFixture.ports(new SettableClock(Fixtures.NOON)), Authenticator.ALLOW_ALL, Telemetry.NONE);
    }

    private static void assertRejected(GrpcApi api, TestCertificate trusted, @Nullable TestCertificate own) {
        assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(() -> get(api, trusted, own))
                .withMessageStartingWith("UNAVAILABLE");
    }

    private static SessionObjectReply get(GrpcApi api, TestCertificate trusted, @Nullable TestCertificate own)
            throws IOException {
        TlsChannelCredentials.Builder credentials = TlsChannelCredentials.newBuilder()
                .trustManager(stream(trusted.certificatePem()));
        if (own != null) {
            credentials.keyManager(stream(own.certificatePem()), stream(own.keyPem()));
        }
        ManagedChannel connection = NettyChannelBuilder.forAddress("127.0.0.1", api.port(), credentials.build())
                .build();
        try {
            return GrpcFixture.typed(connection, CallOptions.DEFAULT, "get_session_by_id",
                    SessionIdRequest.newBuilder().setSessionId("x").build(), SessionObjectReply.getDefaultInstance());
        } finally {
            connection.shutdownNow();
        }
    }

    private static ByteArrayInputStream stream(String pem) {
        return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    }
}
